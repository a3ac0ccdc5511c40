package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The pattern against a naive twin over lists of segments. */
class PathPatternProperties {

  @Property(tries = 20_000)
  void matchesWhatItsTwinMatches(@ForAll("patterns") String pattern, @ForAll("paths") String path) {
    boolean expected = matches(segments(pattern), segments(path));
    assertThat(PathPattern.parse(pattern).matches(path)).isEqualTo(expected);
    String text = "/a" + path + "/a/a";
    assertThat(PathPattern.parse(pattern).matches(text, 2, 2 + path.length())).isEqualTo(expected);
  }

  @Property
  void aPathIsMatchedByItselfWithStarsForAnyOfItsSegments(
      @ForAll("paths") String path, @ForAll long stars) {
    Assume.that(!path.contains("//") && !path.endsWith("/"));
    List<String> segments = segments(path);
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      boolean star = (stars >> i & 1) == 1 && !segments.get(i).isEmpty();
      pattern.append('/').append(star ? "*" : segments.get(i));
    }
    assertThat(PathPattern.parse(pattern.toString()).matches(path)).isTrue();
    assertThat(PathPattern.parse(pattern + "/**").matches(path)).isTrue();
    assertThat(PathPattern.parse(pattern + "/**").matches(path + "/x/y")).isTrue();
    assertThat(PathPattern.parse(pattern + "/x").matches(path)).isFalse();
  }

  @Property
  void whatParsesMatchesSomeCanonicalPath(@ForAll("texts") String text) {
    PathPattern pattern;
    try {
      pattern = PathPattern.parse(text);
    } catch (IllegalArgumentException refused) {
      return;
    }
    String path = text.replace("**", "x").replace("*", "x");
    Target target = Target.parse("https://a.test" + path);
    assertThat(target.path()).isEqualTo(path);
    assertThat(target.hasAmbiguousPath()).isFalse();
    assertThat(pattern.matches(path)).isTrue();
  }

  private static boolean matches(List<String> pattern, List<String> path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    if (pattern.equals(List.of("**"))) {
      return true;
    }
    return !path.isEmpty()
        && (pattern.get(0).equals("*")
            ? !path.get(0).isEmpty()
            : pattern.get(0).equals(path.get(0)))
        && matches(pattern.subList(1, pattern.size()), path.subList(1, path.size()));
  }

  /** {@code /a//b/} has the segments a, nothing, b, nothing. */
  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("", "a", "b", "aa", "A", "%20", "a;b", "~", "...")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(segments -> "/" + String.join("/", segments));
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> heads =
        Arbitraries.of("a", "b", "aa", "%20", "*", "*", "*")
            .list()
            .ofMaxSize(4)
            .map(segments -> String.join("", segments.stream().map(s -> "/" + s).toList()));
    return Combinators.combine(heads, Arbitraries.of("/**", "/*", "/", "/a"))
        .as((head, tail) -> head + tail);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "/", "/", "/", "a", "*", "**", ".", "..", "%", "%2f", "%2F", "%41", "%25", "%C3%A9",
            "%C0", ";", "?", "#", "\\", "é", " ", "|", "~", ":", "@", "[")
        .list()
        .ofMaxSize(8)
        .map(pieces -> "/" + String.join("", pieces));
  }
}
