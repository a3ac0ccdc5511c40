package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    // RFC 5952 section 4.1: no leading zeros
    "2001:0db8::0001,              2001:db8::1",
    // 4.2.1: shorten as much as possible
    "2001:db8:0:0:0:0:2:1,         2001:db8::2:1",
    // 4.2.2: not a single group
    "2001:db8:0:1:1:1:1:1,         2001:db8:0:1:1:1:1:1",
    "2001:db8::1:1:1:1:1,          2001:db8:0:1:1:1:1:1",
    // 4.2.3: the longest run, the first of equals
    "2001:0:0:1:0:0:0:1,           2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1,         2001:db8::1:0:0:1",
    // 4.3: lower case
    "2001:DB8::ABCD,               2001:db8::abcd",
    // 5: mixed notation for IPv4-mapped addresses, and only for those
    "::ffff:c000:0280,             ::ffff:192.0.2.128",
    "::FFFF:192.0.2.128,           ::ffff:192.0.2.128",
    "::192.0.2.128,                ::c000:280",
    "64:ff9b::192.0.2.128,         64:ff9b::c000:280",
    // the ends
    "0:0:0:0:0:0:0:0,              ::",
    "0:0:0:0:0:0:0:1,              ::1",
    "1:0:0:0:0:0:0:0,              1::",
    "1:2:3:4:5:6:7:0,              1:2:3:4:5:6:7:0",
    "1:2:3:4:5:6:7::,              1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8,              0:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:1.2.3.4,          1:2:3:4:5:6:102:304",
  })
  void ipv6IsWrittenByRfc5952(String text, String canonical) {
    assertThat(IpAddress.parse(text)).hasToString(canonical);
    assertThat(IpAddress.parse(canonical)).isEqualTo(IpAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "_",
        "1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "010.0.0.1",
        "127.0.0.01",
        "127.0.0.1.",
        ".127.0.0.1",
        "127..0.1",
        "127.0.0.256",
        "127.0.0.1000",
        "127.0.0.-1",
        "127.0.0.+1",
        "127.0.0.1 ",
        "1.2.3.4.5",
        "1.2.3.4/32",
        "１２７.0.0.1",
        "a.test"
      })
  void looseIpv4IsRefused(String text) {
    assertThatThrownBy(() -> IpAddress.parse(text))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.rule()).isEqualTo(GateRule.HOST_IPV4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        ":::",
        "1:",
        ":1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1::2::3",
        "12345::",
        "g::",
        "::1%lo",
        "::1%25lo",
        "[::1]",
        "::1/128",
        "::1.2.3",
        "::1.2.3.4.5",
        "::1.2.3.4:5",
        "1.2.3.4::",
        "::01.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1::2:3:4:5:6:7:1.2.3.4",
        ":: 1",
        "::１",
        "::-1"
      })
  void malformedIpv6IsRefused(String text) {
    assertThatThrownBy(() -> IpAddress.parse(text))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.rule()).isEqualTo(GateRule.HOST_IPV6));
  }

  @Test
  void mappedAddressStaysItselfUntilUnmapped() {
    IpAddress mapped = IpAddress.parse("::ffff:192.0.2.1");
    assertThat(mapped.isIpv4()).isFalse();
    assertThat(mapped).isNotEqualTo(IpAddress.parse("192.0.2.1"));
    assertThat(mapped.unmapped()).isEqualTo(IpAddress.parse("192.0.2.1"));
    IpAddress compatible = IpAddress.parse("::192.0.2.1");
    assertThat(compatible.unmapped()).isSameAs(compatible);
  }

  @Test
  void highestOctetsAreNotNegative() {
    assertThat(IpAddress.parse("255.255.255.255").low()).isEqualTo(0xFFFF_FFFFL);
    assertThat(IpAddress.ofIpv4(-1)).isEqualTo(IpAddress.parse("255.255.255.255"));
    assertThat(IpAddress.parse("9.0.0.0")).isLessThan(IpAddress.parse("200.0.0.0"));
    assertThat(IpAddress.parse("7fff::")).isLessThan(IpAddress.parse("8000::"));
  }

  @Test
  void octetsAreFourOrSixteen() {
    assertThat(IpAddress.ofBytes(new byte[] {(byte) 192, 0, 2, 1})).hasToString("192.0.2.1");
    assertThatThrownBy(() -> IpAddress.ofBytes(new byte[5]))
        .hasMessage("an address has 4 or 16 octets, not 5; pass them all");
  }

  @Test
  void jdkAddressKeepsTheNameItIsGiven() {
    InetAddress address = IpAddress.parse("192.0.2.1").toInetAddress("a.test");
    assertThat(address.getHostName()).isEqualTo("a.test");
    assertThat(address.getHostAddress()).isEqualTo("192.0.2.1");
    assertThat(IpAddress.of(address)).isEqualTo(IpAddress.parse("192.0.2.1"));
  }

  @Test
  void jdkTurnsMappedAddressesIntoIpv4() {
    assertThat(IpAddress.parse("::ffff:192.0.2.1").toInetAddress())
        .isInstanceOf(Inet4Address.class);
  }
}
