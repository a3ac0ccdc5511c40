package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.ReasonCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences of SEMANTICS.md, held against the oracle and against the engine. */
class SemanticsTest {
  static List<Case> cases() {
    return Case.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOracleDecidesAsTheTextSays(Case one) {
    Verdict verdict =
        Oracle.decide(one.policy().policy(), one.request().request(), one.request().at());
    assertThat(verdict).as("%s%n%s", one.policy(), one.request()).isEqualTo(one.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theEngineDecidesAsTheTextSays(Case one) {
    Verdict verdict = new Engine(one.policy()).verdict(one.request());
    assertThat(verdict).as("%s%n%s", one.policy(), one.request()).isEqualTo(one.expected());
  }

  @Test
  void everyCodeOfTheTextHasACase() {
    Set<ReasonCode> ofTheText = EnumSet.range(ReasonCode.TARGET_MALFORMED, ReasonCode.DNS_EMPTY);
    // Not in the text: headers are refused by it only by the name of their code, views by clients,
    // and findings by what inspects.
    ofTheText.removeAll(
        EnumSet.of(
            ReasonCode.HEADER_MALFORMED, ReasonCode.HOST_VIEW_DIFFERS, ReasonCode.DLP_MATCH));
    Set<ReasonCode> shown = EnumSet.noneOf(ReasonCode.class);
    cases().forEach(one -> shown.add(one.expected().code()));
    assertThat(shown).isEqualTo(ofTheText);
  }
}
