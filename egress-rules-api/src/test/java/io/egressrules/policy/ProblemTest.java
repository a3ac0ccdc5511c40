package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.policy.Problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
  private static final String HEAD = "policy.yaml:3:%d: error: unknown key `hots` [unknown-key]";

  private static Problem at(int column) {
    SourceLocation location = new SourceLocation("policy.yaml", 3, column);
    return Problem.error("unknown-key", location, "unknown key `hots`");
  }

  @Test
  void aProblemOfAPolicyWithoutTextIsOneLine() {
    assertThat(Problem.warning("unused-group", SourceLocation.BUILDER, "group `g` is not used"))
        .hasToString("(builder): warning: group `g` is not used [unused-group]");
  }

  @ParameterizedTest(name = "column {1} of <{0}>")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "hots: a|1|^",
        "- hots: a|3|  ^",
        // a code point beyond the basic plane is one column, though two chars
        "\ud83d\ude80\ud83d\ude80 x|4|   ^",
        // a wide character is one column, though two cells
        "日本 x|4|   ^",
        // a combining character is a column of its own, though no cell
        "e\u0301e\u0301 x|6|     ^",
        // a tab is repeated, whatever its width
        "\ta\t: x|4|\t \t^",
        // what lies beyond the line is its end
        "ab|3|  ^",
        "ab|9|  ^",
        "''|1|^",
      })
  void theCaretStandsOneCharacterInForEachCodePointBeforeIt(String line, int column, String caret) {
    String excerpt = line.equals("''") ? "" : line;
    assertThat(at(column).withExcerpt(excerpt))
        .hasToString(HEAD.formatted(column) + "\n  " + excerpt + "\n  " + caret);
  }

  @Test
  void withoutAColumnThereIsNoCaretToSet() {
    SourceLocation line = new SourceLocation("policy.yaml", 3, 0);
    assertThat(Problem.error("too-large", line, "file is too large").withExcerpt("x"))
        .hasToString("policy.yaml:3: error: file is too large [too-large]");
  }

  @Test
  void anExcerptChangesNothingElse() {
    Problem problem = at(2).withExcerpt("hots: a");
    assertThat(problem)
        .isEqualTo(
            new Problem(
                Severity.ERROR,
                "unknown-key",
                new SourceLocation("policy.yaml", 3, 2),
                "unknown key `hots`",
                "hots: a"));
    assertThat(at(2).excerpt()).isNull();
  }
}
