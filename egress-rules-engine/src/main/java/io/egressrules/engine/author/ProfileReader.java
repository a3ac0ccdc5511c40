package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.HostEntry;
import io.egressrules.engine.author.entry.Moment;
import io.egressrules.engine.author.entry.Quantity;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.engine.author.text.Words;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the inspection profiles of a policy. Which detectors there are, beside the policy's own,
 * says the inspector.
 */
final class ProfileReader {
  /** The keys, in the order in which they are written. */
  static final List<String> KEYS =
      List.of(
          "detectors",
          "confidence",
          "action",
          "actions",
          "redaction",
          "exempt",
          "exempt-headers",
          "report-only",
          "unreadable",
          "budget");

  /** The keys of a budget. */
  static final List<String> BUDGET_KEYS = List.of("bytes", "milliseconds", "exhausted");

  private static final Map<String, Confidence> CONFIDENCES = Words.of(Confidence.values());
  private static final Map<String, Redaction> REDACTIONS = Words.of(Redaction.values());
  private static final Map<String, InspectionAction> ACTIONS = Words.of(InspectionAction.values());

  /** What can be done about what was not read. */
  static final Map<String, InspectionAction> BLIND_ACTIONS =
      Words.of(new InspectionAction[] {InspectionAction.REPORT, InspectionAction.DENY});

  private final Fields fields;
  private final Problems problems;
  private final InspectionProfile.Builder words;

  private ProfileReader(Fields fields, InspectionProfile.Builder words) {
    this.fields = fields;
    this.problems = fields.problems();
    this.words = words;
  }

  /** Reads all profiles into a policy; one with a problem is left out. */
  static void read(Node node, Policy.Builder policy, Problems problems) {
    Fields.mapping(node, "profiles such as `{outbound: {detectors: [secrets]}}`", problems)
        .ifPresent(
            profiles ->
                profiles
                    .entries()
                    .forEach(entry -> read(entry, problems).ifPresent(policy::profile)));
  }

  private static Optional<InspectionProfile.Builder> read(Entry entry, Problems problems) {
    int before = problems.met();
    InspectionProfile.Builder words =
        Values.read(entry.key(), Code.MALFORMED_NAME, InspectionProfile::builder, problems)
            .orElseGet(() -> InspectionProfile.builder("nameless"))
            .location(entry.key().location());
    Fields.of(entry.value(), "a profile", KEYS, problems)
        .ifPresent(fields -> new ProfileReader(fields, words).readAll());
    return Optional.of(words).filter(whole -> problems.met() == before);
  }

  private void readAll() {
    fields
        .required("detectors", "[secrets]")
        .map(node -> fields.texts(node, "detectors"))
        .ifPresent(texts -> texts.forEach(this::detector));
    word(fields, "confidence", CONFIDENCES).ifPresent(words::confidence);
    word(fields, "action", ACTIONS).ifPresent(words::action);
    entries("actions", "{payment-card: redact}").forEach(this::action);
    word(fields, "redaction", REDACTIONS).ifPresent(words::redaction);
    fields.texts("exempt").forEach(this::exempt);
    fields.value("exempt-headers").ifPresent(this::exemptHeaders);
    entries("report-only", "{payment-card: 2027-01-31}").forEach(this::reportOnly);
    word(fields, "unreadable", BLIND_ACTIONS).ifPresent(words::unreadable);
    fields
        .value("budget")
        .flatMap(node -> Fields.of(node, "`budget`", BUDGET_KEYS, problems))
        .ifPresent(budget -> words.budget(budget(budget)));
  }

  private static <T> Optional<T> word(Fields fields, String key, Map<String, T> meanings) {
    return fields
        .text(key)
        .flatMap(text -> Values.word(text, "`" + key + "`", meanings, fields.problems()));
  }

  private List<Entry> entries(String key, String example) {
    String expected = "`" + key + "`, a mapping such as `" + example + "`";
    return fields
        .value(key)
        .flatMap(node -> Fields.mapping(node, expected, problems))
        .map(Mapping::entries)
        .orElse(List.of());
  }

  private void detector(Scalar text) {
    Values.entry(text, Code.MALFORMED_NAME, words::detectors, problems);
  }

  private void action(Entry entry) {
    InspectionAction action =
        fields
            .text(entry.value(), "an action such as `redact`")
            .flatMap(text -> Values.word(text, "action", ACTIONS, problems))
            .orElse(InspectionAction.DENY);
    Values.read(entry.key(), Code.MALFORMED_NAME, id -> words.action(id, action), problems);
  }

  private void reportOnly(Entry entry) {
    Instant until =
        fields
            .text(entry.value(), "a date such as `2027-01-31`")
            .flatMap(text -> Values.read(text, Code.MALFORMED_DATE, Moment::parse, problems))
            .orElse(Instant.EPOCH);
    Values.read(entry.key(), Code.MALFORMED_NAME, id -> words.reportOnly(id, until), problems);
  }

  private void exempt(Scalar text) {
    Values.entry(text, Code.MALFORMED_HOST, ProfileReader::host, problems)
        .ifPresent(pattern -> words.exempt(pattern.toString()));
  }

  private static DomainPattern host(String text) {
    if (text.startsWith("$")) {
      throw new IllegalArgumentException(
          "a profile names hosts and no groups; write the patterns of the group");
    }
    return HostEntry.parse(text);
  }

  /** The list may be empty: then every header field is inspected. */
  private void exemptHeaders(Node node) {
    List<String> names = new ArrayList<>();
    for (Node item : Fields.items(node)) {
      fields
          .text(item, "a header's name such as `X-Api-Key`")
          .filter(
              text ->
                  Values.entry(text, Code.MALFORMED_NAME, words::exemptHeaders, problems)
                      .isPresent())
          .ifPresent(text -> names.add(text.text()));
    }
    words.exemptHeaders(names.toArray(String[]::new));
  }

  private static InspectionBudget budget(Fields fields) {
    InspectionBudget usual = InspectionBudget.DEFAULT;
    return new InspectionBudget(
        count(fields, "bytes").orElse(usual.bytes()),
        count(fields, "milliseconds").map(Duration::ofMillis).orElse(usual.time()),
        word(fields, "exhausted", BLIND_ACTIONS).orElse(usual.exhausted()));
  }

  private static Optional<Long> count(Fields fields, String key) {
    return fields
        .text(key)
        .flatMap(
            text -> Values.read(text, Code.MALFORMED_NUMBER, Quantity::count, fields.problems()));
  }
}
