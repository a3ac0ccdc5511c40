package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

  @ParameterizedTest
  @CsvSource({
    "a.test,         a.test",
    "A.Test.,        a.test",
    "192.0.2.1,      192.0.2.1",
    "2001:DB8:0::1,  2001:db8::1",
    "[2001:db8::1],  2001:db8::1",
    "[::FFFF:102:304], ::ffff:1.2.3.4",
  })
  void hasOneText(String text, String canonical) {
    assertThat(Host.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a:80",
        "[::1",
        "::1]",
        "[a.test]",
        "[192.0.2.1]",
        "a.test/",
        "a@b",
        "a b",
        "127.1",
        "0x7f.1",
        "1",
        "[::1]:80",
        "fe80::1%eth0",
        "a.test\n",
        "a\u0000.test",
        "*.test"
      })
  void refusesWhatIsNoHostAlone(String text) {
    assertThatThrownBy(() -> Host.parse(text)).isInstanceOf(MalformedException.class);
  }

  @Test
  void onlyIpv6HasBracketsInAUri() {
    assertThat(Stream.of("a.test", "192.0.2.1", "::1").map(Host::parse).map(Host::toUriString))
        .containsExactly("a.test", "192.0.2.1", "[::1]");
  }

  @Test
  void addressesComeBeforeNames() {
    List<String> texts = List.of("2.0.0.0", "200.0.0.0", "::ff", "fe80::", "a.test", "b.test");
    assertThat(texts.stream().map(Host::parse).sorted().map(Host::toString))
        .containsExactlyElementsOf(texts);
  }
}
