package io.egressrules.examples.corpus.leak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.Finding;
import io.egressrules.examples.corpus.Outcome;
import io.egressrules.examples.corpus.leak.LeakCase.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Six kinds of personal data in sentences: which of the values are found, and what else is. */
final class PersonalSet {
  private static final Map<String, String> ENTITIES =
      Map.of(
          "payment-card", "CREDIT_CARD",
          "payment-card-rare", "CREDIT_CARD",
          "phone-number", "PHONE_NUMBER",
          "phone-number-national", "PHONE_NUMBER",
          "email-address", "EMAIL_ADDRESS",
          "iban", "IBAN_CODE",
          "us-ssn", "US_SSN",
          "ipv4-address", "IP_ADDRESS",
          "ipv4-address-small", "IP_ADDRESS",
          "ipv6-address", "IP_ADDRESS");

  private final Look look;
  private final List<LeakCase> cases;
  private final List<String> missed = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private long found;
  private long right;
  private long cards;
  private long cardsFound;

  PersonalSet(Look look, List<LeakCase> cases) {
    this.look = look;
    this.cases = LeakCase.from(cases, "microsoft/presidio-research").toList();
  }

  List<Outcome> run() {
    cases.forEach(this::count);
    double recall = (double) found / Math.max(1, found + missed.size());
    double precision = (double) right / Math.max(1, right + wrong.size());
    double cardRecall = (double) cardsFound / Math.max(1, cards);
    return List.of(
        Bar.atLeast("personal data", "precision", precision, .97, wrong)
            .note(
                String.format(
                    Locale.ROOT, "%d findings wrong of %d", wrong.size(), right + wrong.size())),
        Bar.atLeast("personal data", "recall", recall, .85, missed)
            .note(
                String.format(
                    Locale.ROOT, "%d values missed of %d", missed.size(), found + missed.size())),
        Bar.atLeast("personal data", "recall of cards", cardRecall, .98, List.of())
            .note(String.format(Locale.ROOT, "%d of %d", cardsFound, cards)));
  }

  /** A finding is right where the sentence holds a value of its kind. */
  private void count(LeakCase each) {
    List<Finding> findings =
        look.at(each.text()).stream()
            .filter(finding -> ENTITIES.containsKey(finding.detector()))
            .toList();
    boolean known = each.expected() && ENTITIES.containsValue(each.rule());
    if (known) {
      each.spans().forEach(span -> value(each, span, findings));
    }
    for (Finding finding : findings) {
      boolean sameKind = each.rule().equals(ENTITIES.get(finding.detector()));
      if (known && sameKind && overlapsAny(each, finding)) {
        right++;
      } else if (known ? sameKind : !each.expected()) {
        wrong.add(each.id() + " " + finding.detector());
      }
    }
  }

  private void value(LeakCase each, Span span, List<Finding> findings) {
    boolean is =
        findings.stream()
            .anyMatch(
                finding ->
                    each.rule().equals(ENTITIES.get(finding.detector()))
                        && overlaps(each, span, finding));
    found += is ? 1 : 0;
    if (each.rule().equals("CREDIT_CARD")) {
      cards++;
      cardsFound += is ? 1 : 0;
    }
    if (!is) {
      missed.add(each.id() + " " + each.rule());
    }
  }

  private static boolean overlapsAny(LeakCase each, Finding finding) {
    return each.spans().stream().anyMatch(span -> overlaps(each, span, finding));
  }

  private static boolean overlaps(LeakCase each, Span span, Finding finding) {
    byte[] bytes = each.text().getBytes(UTF_8);
    int from = new String(bytes, 0, (int) finding.start(), UTF_8).length();
    int to = new String(bytes, 0, (int) finding.end(), UTF_8).length();
    return span.overlaps(from, to);
  }
}
