package io.egressrules.engine.author.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.policy.Problem;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void problems_are_listed_by_place() {
    Source source = Source.of("t", "abc\ndef\n");
    Problems problems = Problems.of(source);
    problems.add(Code.WRONG_TYPE, source.locationOf(5), "third");
    problems.add(Code.WRONG_TYPE, source.locationOf(4), "second");
    problems.add(Code.WRONG_TYPE, source.locationOf(2), "first");
    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("first", "second", "third");
    assertThat(problems.list().get(2)).hasToString("t:2:2: error: third [wrong-type]\n  def\n   ^");
  }

  @Test
  void fifty_are_shown_and_the_rest_is_counted() {
    Source source = Source.of("t", "a");
    Problems problems = Problems.of(source);
    for (int i = 0; i < 60; i++) {
      problems.add(Code.WRONG_TYPE, source.locationOf(0), "problem");
    }
    assertThat(problems.count()).isEqualTo(60);
    assertThat(problems.list())
        .hasSize(51)
        .last()
        .extracting(Problem::message)
        .asString()
        .startsWith("10 more problems");
  }

  @Test
  void a_long_line_is_cut_and_a_far_column_shows_no_line() {
    Source source = Source.of("t", "x".repeat(1_000));
    Problems problems = Problems.of(source);
    problems.add(Code.WRONG_TYPE, source.locationOf(3), "near");
    problems.add(Code.WRONG_TYPE, source.locationOf(900), "far");
    assertThat(problems.list().get(0).excerpt()).hasSize(161).endsWith("…");
    assertThat(problems.list().get(1)).hasToString("t:1:901: error: far [wrong-type]");
  }

  @Test
  void what_cannot_be_seen_is_not_shown() {
    Source source = Source.of("t", "a\t\u001b[31m\u202eb");
    Problems problems = Problems.of(source);
    problems.add(Code.WRONG_TYPE, source.locationOf(0), "colour");
    assertThat(problems.list().get(0).excerpt()).isEqualTo("a  [31m b");
    assertThat(Quoted.of("`\u001b[31m\n\u202e")).isEqualTo("`'\\u001b[31m\\u000a\\u202e`");
  }
}
