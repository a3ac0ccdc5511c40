package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainPatternTest {

  @ParameterizedTest
  @CsvSource({
    "x.test,   x.test,     true",
    "x.test,   a.x.test,   false",
    "*.x.test, x.test,     false",
    "*.x.test, a.x.test,   true",
    "*.x.test, b.a.x.test, true",
    "*.x.test, ax.test,    false",
    ".x.test,  x.test,     true",
    ".x.test,  a.x.test,   true",
    ".x.test,  b.a.x.test, true",
    ".x.test,  ax.test,    false",
    "localhost, localhost, true",
  })
  void matchesByLabels(DomainPattern pattern, DomainName name, boolean matches) {
    assertThat(pattern.matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"X.TEST., x.test", "*.X.Test., *.x.test", ".X.test, .x.test", "_a.test, _a.test"})
  void hasOneText(DomainPattern pattern, String canonical) {
    assertThat(pattern).hasToString(canonical).isEqualTo(DomainPattern.parse(canonical));
  }

  @ParameterizedTest
  @CsvSource({
    "**.x.test,   x.test",
    "*.*.x.test,  x.test",
    "a*.x.test,   x.test",
    "a*b.x.test,  x.test",
    "*x.test,     x.test",
    ".*.x.test,   x.test",
  })
  void otherStarsAreAnErrorThatNamesTheForm(String text, String name) {
    assertThatThrownBy(() -> DomainPattern.parse(text))
        .hasMessage(
            "host pattern `%s`: write `*.%s` for all names below, or `.%s` to include the name"
                .formatted(text, name, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.*", "x.*.test", "*.*", "*.*.*", "*.*.test", "**", "*.x.*", "x*"})
  void starsOfNoKnownMeaningAreAnError(String text) {
    assertThatThrownBy(() -> DomainPattern.parse(text)).hasMessageContaining("a star stands only");
  }

  @Test
  void anyHostIsNoPattern() {
    assertThatThrownBy(() -> DomainPattern.parse("*")).hasMessageContaining("a key of its own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "*.0.0.1",
        "::1",
        "[::1]",
        "2130706433",
        "0x7f.1",
        "*.10",
        "10.0.0.0/8"
      })
  void addressesBelongUnderCidrs(String text) {
    assertThatThrownBy(() -> DomainPattern.parse(text)).hasMessageContaining("`cidrs`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.test",
        "x.test:443",
        "x.test/path",
        "u@x.test",
        "//x.test",
        "*.x.test/"
      })
  void urlsAreNoPatterns(String text) {
    assertThatThrownBy(() -> DomainPattern.parse(text))
        .hasMessage(
            "host pattern `" + text + "`: write the host name alone, without scheme, port or path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "*.",
        "..x.test",
        "x..test",
        "x.test..",
        "-x.test",
        "x-.test",
        "x test",
        "x.test\n",
        "x\u0000.test",
        "é.test",
        "x.test?y",
        "x.test#y",
        "x;y",
        "x_\"y"
      })
  void refusesWhatIsNoName(String text) {
    assertThatThrownBy(() -> DomainPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("host pattern `")
        .message()
        .hasLineCount(1)
        .isPrintable();
  }

  @Test
  void hugeTextIsCutInTheMessage() {
    assertThatThrownBy(() -> DomainPattern.parse("*".repeat(1_000_000)))
        .message()
        .hasSizeLessThan(300);
  }
}
