package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.Decision;
import java.util.List;
import java.util.stream.Collectors;
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
}
