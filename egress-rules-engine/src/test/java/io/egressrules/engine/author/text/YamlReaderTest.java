package io.egressrules.engine.author.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.policy.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  @Test
  void scalars_are_texts_and_keep_their_place() {
    Mapping root = (Mapping) read("a: 0443\n'b': \"no\"\n").orElseThrow();
    Scalar plain = (Scalar) root.entries().get(0).value();
    Scalar quoted = (Scalar) root.entries().get(1).value();
    assertThat(plain.text()).isEqualTo("0443");
    assertThat(plain.location()).hasToString("t.yaml:1:4");
    assertThat(quoted.text()).isEqualTo("no");
    assertThat(quoted.location()).hasToString("t.yaml:2:6");
  }

  @Test
  void columns_count_code_points() {
    assertThat(problems("a: [😀😀, *x]"))
        .singleElement()
        .extracting(Problem::location)
        .hasToString("t.yaml:1:9");
  }

  @Test
  void json_is_read() {
    assertThat(problems("{\n\t\"a\" :\t[true, null, 1.5e3, \"\\u00fc\\/\\ud83d\\ude00\"]\n}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[a, ", "{? "})
  void nesting_of_any_depth_ends_early(String opening) {
    assertThat(problems(opening.repeat(500_000)))
        .extracting(Problem::code)
        .containsExactly("too-deep");
  }

  @Test
  void every_unquoted_star_is_told_at_once() {
    assertThat(problems("a: [*.a, '*.b', *.c]\nb: *\nc: {*.d: e}\nd: *foo\ne: x*y\n"))
        .extracting(problem -> problem.location().line() + ":" + problem.location().column())
        .containsExactly("1:5", "1:17", "2:4", "3:5", "4:4");
  }

  @Test
  void an_unquoted_star_is_told_wherever_the_parser_finds_it() {
    assertThat(problems("? ?\n*.a")).extracting(Problem::code).contains("malformed-yaml");
  }

  @Test
  void of_very_many_unquoted_stars_the_first_are_told() {
    String text =
        IntStream.range(0, 200).mapToObj(i -> "k" + i + ": *.a").collect(Collectors.joining("\n"));
    assertThat(problems(text)).hasSizeLessThanOrEqualTo(Problems.SHOWN + 1).isNotEmpty();
  }

  @Test
  void what_is_refused_does_not_hide_what_comes_after() {
    assertThat(problems("a: &x 1\nb: *x\nc: !!str d\na: 2\n[e]: f\n"))
        .extracting(Problem::code)
        .containsExactly(
            "refused-yaml", "refused-yaml", "refused-yaml", "duplicate-key", "wrong-type");
  }

  private static List<Problem> problems(String text) {
    Source source = Source.of("t.yaml", text);
    Problems problems = Problems.of(source);
    YamlReader.read(source, problems);
    return problems.list();
  }

  private static Optional<Node> read(String text) {
    Source source = Source.of("t.yaml", text);
    return YamlReader.read(source, Problems.of(source));
  }
}
