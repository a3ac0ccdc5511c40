package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.Explanation.Result;
import io.egressrules.Explanation.Step;
import io.egressrules.policy.RuleRef;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Decision DENIED =
      Decision.deny(Phase.REQUEST, Reason.of(ReasonCode.NO_RULE_MATCHED), "sha256:1");
  private static final Step MISSED =
      new Step(
          new RuleRef("partner-api", new SourceLocation("p.yaml", 3, 5), null, null, null),
          Result.NOT_MATCHED,
          "ports",
          false);
  private static final Step REPORTED =
      new Step(
          new RuleRef("trial", new SourceLocation("p.yaml", 9, 5), null, null, null),
          Result.MATCHED,
          null,
          true);

  @Test
  void textHasOneFactALine() {
    Explanation why =
        new Explanation(DENIED, List.of(MISSED, REPORTED), MISSED, "add 8443 to `ports`");
    assertThat(why)
        .hasToString(
            """
            DENY NO_RULE_MATCHED at REQUEST: no allow rule matches
              partner-api (p.yaml:3:5): NOT_MATCHED (ports)
              trial (p.yaml:9:5): MATCHED report-only
              nearest: partner-api (p.yaml:3:5): NOT_MATCHED (ports)
              to change: add 8443 to `ports`""");
  }

  @Test
  void textLeavesOutWhatThereIsNot() {
    assertThat(new Explanation(DENIED, List.of(), null, null)).hasToString(DENIED.toString());
  }

  @Test
  void theStepsAreCopied() {
    List<Step> steps = new ArrayList<>(List.of(MISSED));
    Explanation why = new Explanation(DENIED, steps, null, null);
    steps.clear();
    assertThat(why.steps()).containsExactly(MISSED);
  }
}
