package io.egressrules.examples.quickstart;

import io.egressrules.Decision;
import io.egressrules.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scenario with one client.
 *
 * @param scenario the call
 * @param client the client's name
 * @param decision the decision that was acted on
 * @param suggestion what to change, or null
 * @param sent whether an answer came back
 */
record Result(
    Scenario scenario,
    String client,
    Decision decision,
    @Nullable String suggestion,
    boolean sent) {

  /**
   * Whether the decision is the expected one, and the call was sent if and only if it was allowed.
   */
  boolean isAsExpected() {
    return decision.effect() == scenario.effect()
        && decision.reason().code() == scenario.reason()
        && sent == decision.isAllowed();
  }

  String effect() {
    return decision.wouldBe() == null
        ? decision.effect().toString()
        : decision.effect() + " (would " + decision.wouldBe().effect() + ")";
  }

  String reason() {
    ReasonCode code = decision.reason().code();
    return isAsExpected() ? code.toString() : code + " but expected " + scenario.reason();
  }

  /** The determining rule; of a report-only rule, the one that would have decided. */
  String rule() {
    if (decision.wouldBe() != null && decision.wouldBe().reason().rule() != null) {
      return decision.wouldBe().reason().rule().id();
    }
    return decision.reason().rule() == null ? "" : decision.reason().rule().id();
  }
}
