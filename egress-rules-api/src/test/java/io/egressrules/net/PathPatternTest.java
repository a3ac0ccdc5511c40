package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    // literal segments
    "/,         /,           true",
    "/,         //,          false",
    "/,         /a,          false",
    "/v1,       /v1,         true",
    "/v1,       /V1,         false",
    "/v1,       /v12,        false",
    "/v1,       /v,          false",
    "/v1,       /v1/a,       false",
    // a trailing slash makes another path
    "/v1,       /v1/,        false",
    "/v1/,      /v1,         false",
    "/v1/,      /v1/,        true",
    "/a/b,      /a//b,       false",
    "/a/*/b,    /a//b,       false",
    // one star is one segment that is not empty
    "/*,        /,           false",
    "/*,        /a,          true",
    "/*,        /a/,         false",
    "/*,        /a/b,        false",
    "/*/,       /a/,         true",
    "/*/b,      /a/b,        true",
    "/*/b,      //b,         false",
    "/v1/*/x,   /v1/a/x,     true",
    "/v1/*/x,   /v1/a/b/x,   false",
    "/v1/*/x,   /v1/x,       false",
    "/*,        /*,          true",
    "/*,        /**,         true",
    // two stars are the rest, none included
    "/**,       /,           true",
    "/**,       //,          true",
    "/**,       /a/b/c,      true",
    "/v1/**,    /v1,         true",
    "/v1/**,    /v1/,        true",
    "/v1/**,    /v1//,       true",
    "/v1/**,    /v1/a/b,     true",
    "/v1/**,    /v12,        false",
    "/v1/**,    /v,          false",
    "/v1/**,    /,           false",
    "/v1/**,    //v1/a,      false",
    "/*/**,     /,           false",
    "/*/**,     /a,          true",
    "/*/**,     /a/b,        true",
    "/%2A,      /a,          false",
  })
  void matchesWholeSegments(String pattern, String path, boolean matches) {
    assertThat(PathPattern.parse(pattern).matches(path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/**", "/*", "/v1"})
  void aPathThatIsNotKnownMatchesNothing(String pattern) {
    assertThat(PathPattern.parse(pattern).matches("")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''       | begin with `/`, and write at most 2048 characters",
        "v1       | begin with `/`, and write at most 2048 characters",
        "*        | begin with `/`, and write at most 2048 characters",
        "/a//b    | a path with `//` is ambiguous and matches no pattern; write one slash",
        "//v1     | a path with `//` is ambiguous and matches no pattern; write one slash",
        "/**/a    | `**` may only be the last segment; write `*` for one segment",
        "/**/     | `**` may only be the last segment; write `*` for one segment",
        "/a*      | a star stands for a whole segment; write `*` between two slashes",
        "/*.js    | a star stands for a whole segment; write `*` between two slashes",
        "/***     | a star stands for a whole segment; write `*` between two slashes",
        "/a/../b  | no canonical path has `/..`; write `/`",
        "/a/./b   | no canonical path has `/.`; write `/`",
        "/a/%2E   | no canonical path has `/%2E`; write `/`",
        "/a/%7eb  | no canonical path has `/%7eb`; write `/~b`",
        "/%c3%a9  | no canonical path has `/%c3%a9`; write `/%C3%A9`",
        "/a?b     | no canonical path has `/a?b`; write `/a`",
        "/a#b     | no canonical path has `/a#b`; write `/a`",
        "/a%      | no canonical path has `/a%`; write `/a%25`",
        "/a%2Fb   | servers read `/a%2Fb` in several ways, so no pattern matches it; leave it out",
        "/a%00    | servers read `/a%00` in several ways, so no pattern matches it; leave it out",
        "/..;a    | servers read `/..;a` in several ways, so no pattern matches it; leave it out",
        "/a%252F  | servers read `/a%252F` in several ways, so no pattern matches it; leave it out",
        "/x/a\\b  | backslash; write `/`, or `%5C` where it is data",
      })
  void whatIsNoPatternOrCouldNeverMatchIsRefusedWithItsFix(String text, String fix) {
    assertThatThrownBy(() -> PathPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("path pattern " + PolicyText.quoted(text) + ": " + fix);
  }

  /** Regression: the position of the character counted from the segment's start. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/é", "/v1/a b", "/v1/a\n"})
  void otherCharactersThanAsciiAreRefusedWithoutAPositionInsideOfASegment(String text) {
    assertThatThrownBy(() -> PathPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("path pattern " + PolicyText.quoted(text) + ": character outside")
        .hasMessageNotContaining("offset");
  }

  @Test
  void aPatternHasAtMost2048Characters() {
    String longest = "/" + "a".repeat(2047);
    assertThat(PathPattern.parse(longest).matches(longest)).isTrue();
    assertThatThrownBy(() -> PathPattern.parse(longest + "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void equalTextsAreEqualPatterns() {
    PathPattern pattern = PathPattern.parse("/v1/**");
    assertThat(pattern)
        .hasToString("/v1/**")
        .isEqualTo(PathPattern.parse("/v1/**"))
        .hasSameHashCodeAs(PathPattern.parse("/v1/**"))
        .isNotEqualTo(PathPattern.parse("/v1/*"))
        .isNotEqualTo("/v1/**");
  }
}
