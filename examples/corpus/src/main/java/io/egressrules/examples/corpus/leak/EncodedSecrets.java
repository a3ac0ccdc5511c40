package io.egressrules.examples.corpus.leak;

import io.egressrules.examples.corpus.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One text of each kind of secret, written in every form that hides it. */
final class EncodedSecrets {
  private final Look look;
  private final Map<String, LeakCase> byRule = new LinkedHashMap<>();

  EncodedSecrets(Look look, List<LeakCase> cases) {
    this.look = look;
    LeakCase.from(cases, "gitleaks/")
        .filter(LeakCase::expected)
        .forEach(each -> byRule.putIfAbsent(each.rule(), each));
  }

  List<Outcome> run() {
    List<Outcome> outcomes = new ArrayList<>();
    for (EncodedForm form : EncodedForm.values()) {
      List<String> missed = new ArrayList<>();
      for (LeakCase each : byRule.values()) {
        if (!look.finds(form.encode(each.text()))) {
          missed.add(each.id() + " " + each.rule());
        }
      }
      double recall = 1 - (double) missed.size() / Math.max(1, byRule.size());
      outcomes.add(
          Bar.atLeast("encoded as " + form.text(), "recall", recall, form.least(), missed)
              .note(String.format(Locale.ROOT, "%d of %d missed", missed.size(), byRule.size())));
    }
    return outcomes;
  }
}
