package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateRuleTest {
  @ParameterizedTest
  @EnumSource(GateRule.class)
  void everyRuleHasItsNumberAndALowerCaseLineWithAFix(GateRule rule) {
    assertThat(rule.number()).isBetween(0, 7);
    assertThat(rule.sentence()).isEqualTo(rule.sentence().strip()).doesNotContain("\n");
    assertThat(rule.sentence()).contains("; ").matches("[^A-Z]*(`[^`]*`[^A-Z]*)*");
  }

  @Test
  void refusalBeforeTheGateReadsLikeOneByTheGate() {
    MalformedException refused = new MalformedException(GateRule.SURROGATE, 7);
    assertThat(refused.rule()).isEqualTo(GateRule.SURROGATE);
    assertThat(refused.offset()).isEqualTo(7);
    assertThat(refused).hasMessage("offset 7: half of a surrogate pair; write the whole character");
  }
}
