package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLocationTest {

  @ParameterizedTest
  @CsvSource({
    "policy.yaml, 0, 0, policy.yaml",
    "policy.yaml, 0, 5, policy.yaml",
    "policy.yaml, 3, 0, policy.yaml:3",
    "policy.yaml, 3, 5, policy.yaml:3:5",
  })
  void textLeavesOutWhatIsNotKnown(String file, int line, int column, String text) {
    assertThat(new SourceLocation(file, line, column)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "1, -1"})
  void linesAndColumnsAreNotNegative(int line, int column) {
    assertThatThrownBy(() -> new SourceLocation("policy.yaml", line, column))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line and column count from 1, or are 0 when unknown");
  }

  @Test
  void whatIsWrittenInCodeSaysSo() {
    assertThat(SourceLocation.BUILDER).hasToString("(builder)");
  }

  @Test
  void aRuleIsNamedWithItsPlace() {
    SourceLocation here = new SourceLocation("policy.yaml", 3, 5);
    assertThat(new RuleRef("partner-api", here, "team-a", "contract", "NET-1"))
        .hasToString("partner-api (policy.yaml:3:5)");
  }
}
