package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {

  @ParameterizedTest
  @CsvSource({"443, 443", "8000-8099, 8000-8099", "1-65535, 1-65535", "80-80, 80"})
  void hasOneText(String text, String canonical) {
    assertThat(PortRange.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "0",
        "080",
        "65536",
        "99999",
        "100000",
        "-1",
        "80-",
        "80-0",
        "80-90-100",
        "80 - 90",
        "+80",
        "80,90",
        "٨٠",
        "https",
        "1e3"
      })
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> PortRange.parse(text))
        .hasMessage(
            "ports %s: write a port from 1 to 65535, or two of them like `8000-8099`",
            PolicyText.quoted(text));
  }

  @Test
  void reversedRangeIsAnErrorThatNamesTheFix() {
    assertThatThrownBy(() -> PortRange.parse("90-80")).hasMessage("ports `90-80`: write `80-90`");
    assertThatThrownBy(() -> PortRange.of(90, 80))
        .hasMessage("ports `90-80`: pass two ports in order, 1 to 65535");
  }

  @Test
  void bothEndsAreIncluded() {
    PortRange range = PortRange.of(8000, 8099);
    assertThat(range.contains(7999)).isFalse();
    assertThat(range.contains(8000)).isTrue();
    assertThat(range.contains(8099)).isTrue();
    assertThat(range.contains(8100)).isFalse();
    assertThat(range).isGreaterThan(PortRange.of(8000)).isLessThan(PortRange.of(8001));
  }
}
