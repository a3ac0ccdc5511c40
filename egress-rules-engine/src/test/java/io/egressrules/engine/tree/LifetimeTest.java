package io.egressrules.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.policy.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifetimeTest {
  private static final Instant END = Instant.parse("2026-06-01T00:00:00.001Z");
  private static final long AT_END = END.toEpochMilli();

  private static Lifetime of(Rule.Builder rule) {
    return Lifetime.of(rule.build());
  }

  @Test
  void aRuleWithoutInstantsIsEndless() {
    assertThat(of(Rule.allow("a"))).isSameAs(Lifetime.ENDLESS);
    assertThat(Lifetime.ENDLESS.at(Long.MAX_VALUE - 1, false)).isEqualTo(Standing.IN_FORCE);
  }

  @Test
  void untilIsExclusive() {
    Lifetime lifetime = of(Rule.allow("a").until(END));
    assertThat(lifetime.at(AT_END - 1, false)).isEqualTo(Standing.IN_FORCE);
    assertThat(lifetime.at(AT_END, false)).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void aReportedRuleCountsOnlyWhereEverythingIsEnforced() {
    for (Rule.Builder rule : new Rule.Builder[] {Rule.allow("a"), Rule.deny("a")}) {
      Lifetime lifetime = of(rule.reportUntil(END));
      assertThat(lifetime.at(AT_END - 1, false)).isEqualTo(Standing.ABSENT);
      assertThat(lifetime.at(AT_END - 1, true)).isEqualTo(Standing.IN_FORCE);
    }
  }

  @Test
  void thePassingOfTimeNeverWidens() {
    Lifetime deny = of(Rule.deny("a").reportUntil(END));
    Lifetime allow = of(Rule.allow("a").reportUntil(END));
    for (boolean allEnforced : new boolean[] {false, true}) {
      assertThat(deny.at(AT_END, allEnforced)).isEqualTo(Standing.IN_FORCE);
      assertThat(allow.at(AT_END, allEnforced)).isEqualTo(Standing.ABSENT);
    }
  }

  @Test
  void aReportedRuleThatEndsIsAbsentAndNotExpired() {
    Lifetime lifetime = of(Rule.allow("a").until(END).reportUntil(END.plusSeconds(9)));
    assertThat(lifetime.at(AT_END, true)).isEqualTo(Standing.ABSENT);
  }

  @Test
  void instantsBeyondALongAreAsFarAsALongGoes() {
    assertThat(of(Rule.allow("a").until(Instant.MAX)).at(Long.MAX_VALUE - 1, false))
        .isEqualTo(Standing.IN_FORCE);
    assertThat(of(Rule.allow("a").until(Instant.MIN)).at(Long.MIN_VALUE, false))
        .isEqualTo(Standing.EXPIRED);
  }
}
