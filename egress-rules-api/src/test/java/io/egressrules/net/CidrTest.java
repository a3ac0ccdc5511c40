package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,           10.0.0.0/8",
    "0.0.0.0/0,            0.0.0.0/0",
    "192.0.2.1/32,         192.0.2.1/32",
    "2001:DB8::/32,        2001:db8::/32",
    "::/0,                 ::/0",
    "2001:db8::1/128,      2001:db8::1/128",
    "::ffff:10.0.0.0/104,  ::ffff:10.0.0.0/104",
  })
  void hasOneText(String text, String canonical) {
    assertThat(Cidr.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "192.0.2.1",
        "2001:db8::1",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/8/",
        "10.0.0.0/8 ",
        "10.0.0/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/9999999999",
        "::/129",
        "fe80::%eth0/64",
        "[::]/0",
        "a.test/8",
        "10.0.0.0/٨",
        "10.0.0.0-10.0.0.9"
      })
  void refusesWhatIsNoBlock(String text) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cidr `");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3/8,     10.0.0.0/8",
    "10.0.0.1/0,     0.0.0.0/0",
    "2001:db8::1/64, 2001:db8::/64",
    "ffff::/8,       ff00::/8",
    "::1/127,        ::/127",
  })
  void bitsBehindThePrefixAreAnErrorThatNamesTheBlock(String text, String meant) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .hasMessage(
            "cidr `%s`: there are bits behind the prefix; write `%s`".formatted(text, meant));
  }

  @Test
  void partsAreHeldToTheSameRules() {
    assertThat(Cidr.of(IpAddress.parse("10.0.0.0"), 8)).isEqualTo(Cidr.parse("10.0.0.0/8"));
    assertThat(Cidr.enclosing(IpAddress.parse("10.9.9.9"), 8)).isEqualTo(Cidr.parse("10.0.0.0/8"));
    assertThatThrownBy(() -> Cidr.of(IpAddress.parse("10.0.0.1"), 8))
        .hasMessage("cidr `10.0.0.1/8`: there are bits behind the prefix; pass `10.0.0.0`");
    assertThatThrownBy(() -> Cidr.enclosing(IpAddress.parse("10.0.0.1"), 33))
        .hasMessage("prefix length 33: pass 0 to 32");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,          10.255.255.255,   true",
    "10.0.0.0/8,          11.0.0.0,         false",
    "0.0.0.0/0,           255.255.255.255,  true",
    "0.0.0.0/0,           ::1,              false",
    "0.0.0.0/0,           ::ffff:10.0.0.1,  false",
    "::/0,                10.0.0.1,         false",
    "::/96,               0.0.0.1,          false",
    "2001:db8::/64,       2001:db8::ffff,   true",
    "2001:db8::/65,       2001:db8:0:0:8000::, false",
    "::1/128,             ::1,              true",
  })
  void containsAddressesOfItsOwnFamily(Cidr block, IpAddress address, boolean inside) {
    assertThat(block.contains(address)).isEqualTo(inside);
  }

  @Test
  void containsBlocksBelowIt() {
    Cidr ten = Cidr.parse("10.0.0.0/8");
    assertThat(ten.contains(ten)).isTrue();
    assertThat(ten.contains(Cidr.parse("10.1.0.0/16"))).isTrue();
    assertThat(ten.contains(Cidr.parse("0.0.0.0/0"))).isFalse();
    assertThat(ten.contains(Cidr.parse("::/8"))).isFalse();
    assertThat(ten.overlaps(Cidr.parse("0.0.0.0/0"))).isTrue();
    assertThat(ten.overlaps(Cidr.parse("11.0.0.0/8"))).isFalse();
  }

  @Test
  void mappedBlockUnmapsToTheBlockItMeans() {
    assertThat(Cidr.parse("::ffff:10.0.0.0/104").unmapped()).isEqualTo(Cidr.parse("10.0.0.0/8"));
    Cidr wider = Cidr.parse("::/80");
    assertThat(wider.unmapped()).isSameAs(wider);
  }

  @Test
  void widerBlocksComeFirst() {
    List<String> texts = List.of("10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "::/0", "::/96");
    assertThat(texts.stream().map(Cidr::parse).sorted().map(Cidr::toString))
        .containsExactlyElementsOf(texts);
  }
}
