package io.egressrules.dlp.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternReaderTest {
  private static final String SAMPLE =
      "ab AB_9 a.b\\ x{2} [^] k\u212a s\u017f \u00e9\u00c9 \u03b1\u0391 \u4e2d \ud83d\ude00 <>\t\r\n\n\f\u000b\u0007 a-b &&";

  /** Every construct of the syntax, read as RE2/J reads it: the spans on one text say so. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "(?i)a",
        "(?i)k",
        "(?i)S",
        "(?i)\u00e9",
        "(?i:\u03b1)b?",
        "[[:alpha:]]+",
        "[[:^alpha:]]",
        "[^[:space:]]+",
        "[[:word:][:punct:]]+",
        "[[:xdigit:]]",
        "\\d",
        "\\D+",
        "\\w+",
        "\\W+",
        "\\s",
        "\\S+",
        "\\pL",
        "\\p{Greek}+",
        "[\\pL\\d]+",
        "[^\\pL]",
        "[a\\]b]",
        "[]a]",
        "[^]a]+",
        "[a-]",
        "[a\\-z]",
        "[\\x61-\\x{62}]",
        "\\x41",
        "\\x{1F600}",
        "\\141",
        "\\07",
        "\\a",
        "\\f",
        "\\t",
        "\\r\\n",
        "\\v",
        "\\.",
        "\\\\",
        "\\Qa.b\\E",
        "x\\{2\\}",
        "x{2}|x{,2}",
        "x{a}|{",
        "a{1}",
        "a{1,}",
        "(?s).+",
        ".+",
        "(?m)^.",
        "^.",
        ".$",
        "(?m).$",
        "\\Aa",
        "\\n\\z|&\\z",
        "\\bk",
        "\\Bb",
        "a*?b",
        "(?U)\\w+",
        "(?U)\\w+?",
        "(?P<n>a)(b)",
        "(a)(?:b)",
        "(?i)a(?-i)B",
        "(?i-s:A.)",
        "(?:a|ab)(?:c| )",
        "a|(b)|c",
        "(?:)a",
        "(|a)b",
        "[[a]",
        "&&",
        "[\u00e9\ud83d\ude00]",
        "[^\\x00-\\x7f]+",
        "[^a]",
        "(?i)[^k]",
      })
  void constructsAreReadAsRe2jReadsThem(String pattern) {
    byte[] text = SAMPLE.getBytes(UTF_8);
    Received received = Received.of(PatternSet.compile(List.of(pattern)), text);
    assertThat(received.hits).isEqualTo(SlowScan.hits(List.of(pattern), text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '#',
      value = {
        "a(?=b) ~ offset 1: `(?=` is no group that can be matched in linear time; write `(?:...)`, `(?i)` or `(?P<name>...)`",
        "a(?!b) ~ offset 1: `(?!` is no group that can be matched in linear time; write `(?:...)`, `(?i)` or `(?P<name>...)`",
        "(?<=b)a ~ offset 0: `(?<` is no group that can be matched in linear time; write `(?:...)`, `(?i)` or `(?P<name>...)`",
        "(?>a) ~ offset 0: `(?>` is no group that can be matched in linear time; write `(?:...)`, `(?i)` or `(?P<name>...)`",
        "(a)\\1 ~ offset 3: back-reference `\\1` cannot be matched in linear time",
        "a++ ~ offset 2: `+` repeats a repeat; put a group around the first",
        "*a ~ offset 0: `*` repeats nothing; write `\\` before it",
        "(a ~ offset 0: `(` is never closed; add `)`, or write `\\(`",
        "a) ~ offset 1: `)` closes nothing; remove it, or write `\\)`",
        "[a ~ offset 0: `[` is never closed; add `]`, or write `\\[`",
        "[b-a] ~ offset 1: range `b-a` runs backwards; exchange its ends",
        "[[:nope:]] ~ offset 1: unknown class `[:nope:]`; write `[:alnum:]` or the like",
        "[[:] ~ offset 0: invalid character class range; see the RE2 syntax",
        "a{1001} ~ offset 1: `{1001}` is no count; counts rise, and end at 1000",
        "a{3,2} ~ offset 1: `{3,2}` is no count; counts rise, and end at 1000",
        "\\p ~ offset 0: `\\p` has no name; write `\\pL` or `\\p{Greek}`",
        "\\y ~ offset 0: unknown escape `\\y`; write the character without backslash",
        "\\Qa ~ offset 0: `\\Q` is never closed; add `\\E`",
        "\\xg1 ~ offset 0: `\\x` is no code point; write `\\x7e` or `\\x{20ac}`",
        "a\\ ~ offset 1: nothing follows the backslash; write `\\\\` for a backslash",
        "(?P<>a) ~ offset 0: the group has no name; write `(?P<name>...)`",
        "a* ~ offset 0: the pattern can match the empty text; require at least one character",
        "(?:[ab]{900}){900} ~ offset 0: the pattern is longer than 4096 characters when its repeats are written out; lower their counts",
      })
  void whatCannotBeReadIsRefusedWithItsPlaceAndTheFix(String pattern, String message) {
    assertThatThrownBy(() -> PatternSet.compile(List.of("fine", pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pattern 1, " + message);
  }

  @Test
  void groupsAreNotNestedWithoutEnd() {
    assertThatThrownBy(() -> PatternSet.compile(List.of("(".repeat(5000) + "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("groups are nested deeper than 100; flatten them");
  }
}
