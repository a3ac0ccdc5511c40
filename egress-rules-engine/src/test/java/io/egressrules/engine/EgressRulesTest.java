package io.egressrules.engine;

import static io.egressrules.engine.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressCall;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Outcome;
import io.egressrules.ReasonCode;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EgressRulesTest {
  private static final EgressRequest CALL = get("https://a.example/");

  private static EgressFilter filter(Rule.Builder rule) {
    return EgressRules.compile(Policy.builder("test").rule(rule).build());
  }

  private static final EgressFilter ALLOWING = filter(Rule.allow("r").hosts("a.example"));
  private static final EgressFilter DENYING = filter(Rule.deny("d").hosts("a.example"));

  @Test
  void aShadowReportsWhatTheCandidateWouldDecide() {
    EgressFilter shadow = EgressRules.shadow(ALLOWING, DENYING);
    Decision decision = shadow.decide(CALL);
    assertThat(decision.effect()).isEqualTo(Effect.ALLOW);
    assertThat(decision.wouldBe()).isEqualTo(outcome(DENYING));
    assertThat(decision.policyId()).isEqualTo(ALLOWING.policyId());
    assertThat(shadow.explain(CALL).decision()).isEqualTo(decision);
  }

  private static Outcome outcome(EgressFilter filter) {
    Decision decision = filter.decide(CALL);
    return new Outcome(decision.effect(), decision.reason());
  }

  @Test
  void aShadowThatDecidesAlikeReportsNothing() {
    EgressFilter alike =
        filter(Rule.allow("r").hosts("a.example").require(Requirement.NONE.inspect("x")));
    assertThat(EgressRules.shadow(ALLOWING, alike).decide(CALL)).isSameAs(ALLOWING.decide(CALL));
  }

  @Test
  void aShadowThatAllowsByAnotherRuleReportsIt() {
    EgressFilter other = filter(Rule.allow("s").hosts("a.example"));
    assertThat(EgressRules.shadow(ALLOWING, other).decide(CALL).wouldBe())
        .isEqualTo(outcome(other));
  }

  @Test
  void aCandidateThatFailsChangesNothingButTheReport() {
    EgressFilter failing =
        new EgressFilter() {
          @Override
          public Decision decide(EgressCall call) {
            throw new IllegalStateException("broken");
          }

          @Override
          public Explanation explain(EgressRequest request) {
            throw new IllegalStateException("broken");
          }

          @Override
          public String policyId() {
            return "broken";
          }

          @Override
          public Set<Capability> needs() {
            return Set.of();
          }
        };
    Decision decision = EgressRules.shadow(ALLOWING, failing).decide(CALL);
    assertThat(decision.effect()).isEqualTo(Effect.ALLOW);
    assertThat(decision.wouldBe().reason().code()).isEqualTo(ReasonCode.INTERNAL_FAILURE);
  }

  @Test
  void aShadowHasTheNeedsOfTheLivePolicy() {
    EgressFilter shadow = EgressRules.shadow(DENYING, ALLOWING);
    assertThat(shadow.needs()).isEqualTo(DENYING.needs());
    assertThat(shadow.policyId()).isEqualTo(DENYING.policyId());
  }

  @Test
  void statisticsCountRulesAndNames() {
    Statistics statistics = EgressRules.statistics(ALLOWING);
    assertThat(statistics.rules()).isEqualTo(1);
    assertThat(statistics.cidrs()).isZero();
    assertThat(statistics.worstCost()).isPositive();
  }

  @Test
  void onlyCompiledFiltersHaveStatistics() {
    assertThatThrownBy(() -> EgressRules.statistics(EgressRules.shadow(ALLOWING, DENYING)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theCostOfTheWorstDecisionGrowsWithTheLongestChainOnly() {
    Policy.Builder policy = Policy.builder("test");
    for (int i = 0; i < 100; i++) {
      policy.rule(Rule.allow("r" + i).hosts("h" + i + ".example"));
    }
    int apart = EgressRules.statistics(EgressRules.compile(policy.build())).worstCost();
    assertThat(apart).isEqualTo(EgressRules.statistics(ALLOWING).worstCost());
    policy.rule(Rule.allow("all").hosts(".example"));
    assertThat(EgressRules.statistics(EgressRules.compile(policy.build())).worstCost())
        .isGreaterThan(apart)
        .isLessThan(2 * apart);
  }

  @Test
  void aThousandPathsOnOneHostAreWithinTheLimit() {
    Policy.Builder policy = Policy.builder("test");
    for (int i = 0; i < 1_000; i++) {
      policy.rule(Rule.allow("r" + i).hosts("a.example").paths("/v1/p" + i + "/**"));
    }
    EgressFilter filter = EgressRules.compile(policy.build());
    assertThat(EgressRules.statistics(filter).worstCost()).isLessThan(5_000);
    assertThat(filter.decide(get("https://a.example/v1/p7/x", "8.8.8.8")).reason().rule().id())
        .isEqualTo("r7");
  }

  @Test
  void aReportOnlyRuleAnywhereCountsEveryScanTwice() {
    Policy.Builder policy = Policy.builder("test");
    for (int i = 0; i < 100; i++) {
      policy.rule(Rule.deny("d" + i).ports(Integer.toString(1 + i)));
    }
    int once = EgressRules.statistics(EgressRules.compile(policy.build())).worstCost();
    policy.rule(
        Rule.deny("r").hosts("a.example").reportUntil(Instant.parse("2100-01-01T00:00:00Z")));
    assertThat(EgressRules.statistics(EgressRules.compile(policy.build())).worstCost())
        .isGreaterThan(2 * once - 20);
  }

  @Test
  void rulesThatDifferInTheirCidrsAloneAreOneWhileNoAddressIsKnown() {
    Policy.Builder policy = Policy.builder("test");
    for (int i = 0; i < 100; i++) {
      policy.rule(Rule.allow("r" + (100 + i)).cidrs("8." + i + ".0.0/16").ports("443"));
    }
    EgressFilter filter = EgressRules.compile(policy.build());
    assertThat(EgressRules.statistics(filter).worstCost()).isLessThan(100);
    assertThat(filter.decide(CALL).reason().code()).isEqualTo(ReasonCode.ADDRESS_PENDING);
    assertThat(filter.decide(CALL).reason().rule().id()).isEqualTo("r100");
    assertThat(filter.decide(get("https://a.example/", "8.7.0.1")).reason().rule().id())
        .isEqualTo("r107");
  }

  @Test
  void theSameOptionsGiveTheSameDecisionsWhateverTheSeed() {
    Policy policy = Policy.builder("test").rule(Rule.allow("r").hosts("a.example")).build();
    for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE}) {
      EgressFilter filter = EgressRules.compile(policy, CompileOptions.DEFAULT.seed(seed));
      assertThat(filter.decide(CALL)).isEqualTo(ALLOWING.decide(CALL));
    }
  }

  @Test
  void aCostLimitIsPositive() {
    assertThatThrownBy(() -> CompileOptions.DEFAULT.costLimit(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
