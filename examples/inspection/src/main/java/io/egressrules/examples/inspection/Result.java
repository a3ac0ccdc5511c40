package io.egressrules.examples.inspection;

import io.egressrules.Finding;
import io.egressrules.ReasonCode;
import io.egressrules.policy.InspectionAction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scenario with one client.
 *
 * @param scenario the request
 * @param client the client's name
 * @param reason the reason of the decision that was acted on
 * @param findings what the listener was told of
 * @param received what arrived, or null
 * @param lookups how many names were asked for
 */
record Result(
    Scenario scenario,
    String client,
    ReasonCode reason,
    List<Finding> findings,
    @Nullable Received received,
    int lookups) {

  boolean isAsExpected() {
    return reason == scenario.reason()
        && detectors().equals(scenario.found())
        && arrivedAsExpected()
        && lookups == scenario.lookups();
  }

  private boolean arrivedAsExpected() {
    Content expected = scenario.arriving();
    if (expected == null || received == null) {
      return expected == null && received == null;
    }
    return received.is(expected) && received.isWellFramed();
  }

  private List<String> detectors() {
    return findings.stream().map(Finding::detector).distinct().toList();
  }

  /** The cells of a table's row. */
  List<String> cells() {
    return List.of(
        scenario.title(),
        client,
        isAsExpected() ? reason.toString() : reason + ", which is not as expected",
        String.join(", ", findings.stream().map(Result::told).distinct().toList()),
        received == null ? "nothing" : received.toString());
  }

  private static String told(Finding finding) {
    String place = finding.place().toString().toLowerCase(Locale.ROOT);
    return finding.detector() + " in " + place + done(finding.action());
  }

  private static String done(InspectionAction action) {
    return switch (action) {
      case REPORT -> " (reported)";
      case REDACT -> " (redacted)";
      case DENY -> "";
    };
  }
}
