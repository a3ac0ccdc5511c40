package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.Obligation.CheckAddresses;
import io.egressrules.Obligation.RequireTls;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Mode;
import io.egressrules.policy.RuleRef;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final RuleRef RULE =
      new RuleRef("partner-api", new SourceLocation("policy.yaml", 7, 9), "team-a", null, null);
  private static final Reason BY_RULE = Reason.of(ReasonCode.ALLOWED_BY_RULE, RULE);
  private static final Reason NO_RULE = Reason.of(ReasonCode.NO_RULE_MATCHED);
  private static final Outcome DENY = new Outcome(Effect.DENY, NO_RULE);
  private static final Advice ENDS = new Advice.RuleEnds(RULE, Instant.EPOCH);

  private static Decision allow() {
    return Decision.allow(
        Phase.REQUEST, BY_RULE, List.of(CheckAddresses.INSTANCE), List.of(ENDS), "sha256:1");
  }

  private static Decision deny() {
    return Decision.deny(Phase.CONNECT, NO_RULE, "sha256:1");
  }

  @Test
  void anAllowanceComesWithObligationsAndAdvice() {
    assertThat(allow().effect()).isEqualTo(Effect.ALLOW);
    assertThat(allow().isAllowed()).isTrue();
    assertThat(allow().phase()).isEqualTo(Phase.REQUEST);
    assertThat(allow().reason()).isEqualTo(BY_RULE);
    assertThat(allow().obligations()).containsExactly(CheckAddresses.INSTANCE);
    assertThat(allow().advice()).containsExactly(ENDS);
    assertThat(allow().policyId()).isEqualTo("sha256:1");
  }

  @Test
  void aDenialComesWithNothing() {
    assertThat(deny().effect()).isEqualTo(Effect.DENY);
    assertThat(deny().isAllowed()).isFalse();
    assertThat(deny().obligations()).isEmpty();
    assertThat(deny().advice()).isEmpty();
  }

  @Test
  void theModeFollowsFromTheWouldBeOutcome() {
    assertThat(allow().wouldBe()).isNull();
    assertThat(allow().mode()).isEqualTo(Mode.ENFORCE);
    assertThat(allow().withWouldBe(DENY).wouldBe()).isEqualTo(DENY);
    assertThat(allow().withWouldBe(DENY).mode()).isEqualTo(Mode.REPORT_ONLY);
  }

  @Test
  void whatWouldHaveBeenChangesNothingOfWhatIs() {
    Decision before = allow();
    Decision reported = before.withWouldBe(DENY);
    assertThat(reported.isAllowed()).isTrue();
    assertThat(reported.reason()).isEqualTo(BY_RULE);
    assertThat(reported.obligations()).isEqualTo(before.obligations());
    assertThat(reported.advice()).isEqualTo(before.advice());
    assertThat(before.wouldBe()).isNull();
    assertThat(deny().withWouldBe(new Outcome(Effect.ALLOW, BY_RULE)).isAllowed()).isFalse();
  }

  @Test
  void everyPartCountsForEquality() {
    List<Obligation> check = List.of(CheckAddresses.INSTANCE);
    List<Decision> decisions =
        List.of(
            allow(),
            Decision.allow(Phase.BODY, BY_RULE, check, List.of(ENDS), "sha256:1"),
            Decision.allow(Phase.REQUEST, NO_RULE, check, List.of(ENDS), "sha256:1"),
            Decision.allow(
                Phase.REQUEST, BY_RULE, List.of(RequireTls.INSTANCE), List.of(ENDS), "sha256:1"),
            Decision.allow(Phase.REQUEST, BY_RULE, List.of(), List.of(ENDS), "sha256:1"),
            Decision.allow(Phase.REQUEST, BY_RULE, check, List.of(), "sha256:1"),
            Decision.allow(Phase.REQUEST, BY_RULE, check, List.of(ENDS), "sha256:2"),
            allow().withWouldBe(DENY),
            allow().withWouldBe(new Outcome(Effect.DENY, BY_RULE)),
            deny(),
            Decision.allow(Phase.CONNECT, NO_RULE, List.of(), List.of(), "sha256:1"));
    assertThat(decisions).doesNotHaveDuplicates();
    assertThat(allow()).isEqualTo(allow()).hasSameHashCodeAs(allow());
    assertThat(allow().withWouldBe(DENY)).isEqualTo(allow().withWouldBe(DENY));
    assertThat(deny()).isNotEqualTo(null).isNotEqualTo("DENY");
  }

  @Test
  void theListsAreCopied() {
    List<Obligation> obligations = new ArrayList<>(List.of(CheckAddresses.INSTANCE));
    List<Advice> advice = new ArrayList<>(List.of(ENDS));
    Decision decision = Decision.allow(Phase.REQUEST, BY_RULE, obligations, advice, "sha256:1");
    obligations.clear();
    advice.clear();
    assertThat(decision).isEqualTo(allow());
  }

  @Test
  void textSaysWhatWhyAndWhatWouldHaveBeen() {
    assertThat(deny()).hasToString("DENY NO_RULE_MATCHED at CONNECT: no allow rule matches");
    assertThat(allow().withWouldBe(DENY))
        .hasToString(
            "ALLOW ALLOWED_BY_RULE at REQUEST: an allow rule matches; rule partner-api"
                + " (policy.yaml:7:9), owner team-a; would be DENY NO_RULE_MATCHED");
  }
}
