package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlGateTest {
  private final UrlParts parts = new UrlParts();

  @ParameterizedTest
  @CsvSource({
    // rule 1
    "' https://a.test/',                     CHARACTER",
    "'https://a.test/ b',                    CHARACTER",
    "'https://a.test/é',                     CHARACTER",
    "'https://é.test/',                      CHARACTER",
    "'https://a.test/?q=é',                  CHARACTER",
    "'https://a.test/#é',                    CHARACTER",
    "'https://a。test/',                      CHARACTER",
    "'httpſ://a.test/',                      CHARACTER",
    "'https://a.test\\@b.test/',             BACKSLASH",
    "'https:\\\\a.test/',                    SLASHES",
    "'https://a.test/\\',                    BACKSLASH",
    // rule 2
    "'',                                     SCHEME",
    "a.test,                                 SCHEME",
    "//a.test/,                              SCHEME",
    "ftp://a.test/,                          SCHEME",
    "file:///etc/passwd,                     SCHEME",
    "jar:http://a.test/x.jar!/,              SCHEME",
    "url:http://a.test/,                     SCHEME",
    "httpss://a.test/,                       SCHEME",
    "https:a.test/,                          SLASHES",
    "https:/a.test/,                         SLASHES",
    "https,                                  SCHEME",
    "https:,                                 SLASHES",
    // rule 3
    "https://@a.test/,                       USERINFO",
    "https://u@v@a.test/,                    USERINFO",
    "https://a.test@@b.test/,                USERINFO",
    "https://a.test[@b.test/,                USERINFO",
    "https://u\"p@a.test/,                   USERINFO",
    "https://u%40p@a.test/,                  HOST_PERCENT",
    // rule 4
    "https://a.test:/,                       PORT",
    "https://a.test:0/,                      PORT",
    "https://a.test:080/,                    PORT",
    "https://a.test:65536/,                  PORT",
    "https://a.test:4294967739/,             PORT",
    "https://a.test:-1/,                     PORT",
    "https://a.test:+80/,                    PORT",
    "https://a.test:8a/,                     PORT",
    "https://a.test:80:90/,                  PORT",
    "https://a.test:8٠/,                     CHARACTER",
    // rule 5
    "https://,                               HOST_EMPTY",
    "https:///a.test/,                       HOST_EMPTY",
    "https://:80/,                           HOST_EMPTY",
    "https://?a.test,                        HOST_EMPTY",
    "https://./,                             HOST_LABEL",
    "https://../,                            HOST_LABEL",
    "https://.a.test/,                       HOST_LABEL",
    "https://a..test/,                       HOST_LABEL",
    "https://a.test../,                      HOST_LABEL",
    "https://-a.test/,                       HOST_LABEL",
    "https://a-.test/,                       HOST_LABEL",
    "https://a.test;b/,                      HOST_LABEL",
    "https://a]b/,                           HOST_LABEL",
    "https://[::1/,                          HOST_IPV6",
    "https://[::1%25lo]/,                    HOST_IPV6",
    "https://[::1].a.test/,                  HOST_IPV6",
    "https://[::1]a.test/,                   HOST_IPV6",
    "https://[127.0.0.1]/,                   HOST_IPV6",
    "https://[a.test]/,                      HOST_IPV6",
    "https://[v1.x]/,                        HOST_IPV6",
    "https://[]/,                            HOST_IPV6",
    // rule 6
    "https://0177.0.0.1/,                    HOST_IPV4",
    "https://0x7f.1/,                        HOST_IPV4",
    "https://0x7f000001/,                    HOST_IPV4",
    "https://2130706433/,                    HOST_IPV4",
    "https://127.1/,                         HOST_IPV4",
    "https://127.0.0.1./,                    HOST_IPV4",
    "https://127.0.0.256/,                   HOST_IPV4",
    "https://1.2.3.4.5/,                     HOST_IPV4",
    "https://a.test.1/,                      HOST_IPV4",
    "https://a.1test/,                       HOST_IPV4",
    "https://0/,                             HOST_IPV4",
    // rule 7
    "https://%61.test/,                      HOST_PERCENT",
    "https://a.test%40b.test/,               HOST_PERCENT",
    "https://a.test:8%30/,                   HOST_PERCENT",
  })
  void refusesByTheRuleThatWasBroken(String url, GateRule rule) {
    assertThat(UrlGate.admits(url, parts)).isFalse();
    assertThat(parts.refusal()).isEqualTo(rule);
    assertThat(parts.refusalOffset()).isBetween(0, url.length());
  }

  @Test
  void namesThePlaceOfTheFirstOffence() {
    assertThat(UrlGate.admits("https://a..test/\\", parts)).isFalse();
    assertThat(parts.refusalOffset()).isEqualTo("https://a.".length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a",
        "HTTPS://A.TEST/",
        "ws://a.test:8080",
        "wss://a.test/x?y",
        "https://a.test?y",
        "https://a.test#z",
        "https://a.test.",
        "https://a_b.test/",
        "https://xn--fa-hia.test/",
        "https://r3---sn-x.test/",
        "https://1a.2b.test/",
        "https://127.0.0.1:1/",
        "https://[::ffff:192.0.2.1]:65535/",
        "https://u:p@a.test/",
        "https://a.test/%zz",
        "https://a.test/a//b/../{x}|?|{}%zz",
      })
  void admits(String url) {
    assertThat(UrlGate.admits(url, parts)).isTrue();
    assertThat(parts.refusal()).isNull();
    assertThat(parts.refusalOffset()).isEqualTo(-1);
  }

  @Test
  void saysWhereThePartsStand() {
    String url = "https://api.a.test:8443/v1/x?k=v";
    assertThat(UrlGate.admits(url, parts)).isTrue();
    assertThat(parts.scheme()).isEqualTo(Scheme.HTTPS);
    assertThat(url.substring(parts.hostStart(), parts.hostEnd())).isEqualTo("api.a.test");
    assertThat(parts.isIpAddress()).isFalse();
    assertThat(parts.port()).isEqualTo(8443);
    assertThat(url.substring(parts.pathStart(), parts.pathEnd())).isEqualTo("/v1/x");
    assertThat(url.substring(parts.queryStart(), parts.queryEnd())).isEqualTo("k=v");
    assertThat(parts.traits()).isZero();
    assertThat(parts.isCanonical()).isTrue();
  }

  @Test
  void saysWhichAddressTheHostIs() {
    assertThat(UrlGate.admits("https://192.0.2.1/", parts)).isTrue();
    assertThat(parts.isIpAddress()).isTrue();
    assertThat(parts.isIpv4()).isTrue();
    assertThat(parts.low()).isEqualTo(0xC000_0201L);
    assertThat(UrlGate.admits("https://[2001:db8::1]/", parts)).isTrue();
    assertThat(parts.isIpv4()).isFalse();
    assertThat(parts.high()).isEqualTo(0x2001_0DB8_0000_0000L);
    assertThat(parts.low()).isEqualTo(1);
    assertThat(UrlGate.admits("https://a.test/", parts)).isTrue();
    assertThat(parts.isIpAddress()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.test/x,      true,  true,  true",
    "HTTPS://a.test/x,      false, true,  true",
    "https://A.test/x,      false, false, true",
    "https://a.test./x,     false, false, true",
    "https://a.test:443/x,  false, true,  true",
    "https://a.test,        false, true,  true",
    "https://a.test/x#y,    false, true,  true",
    "https://u@a.test/x,    false, true,  true",
    "https://a.test/x/../y, false, true,  false",
    "https://a.test/%7e,    false, true,  false",
    "https://a.test/%2f,    false, true,  false",
    "https://a.test/%2F,    true,  true,  true",
    "https://a.test/{x},    false, true,  false",
    "https://192.0.2.1/x,   true,  true,  true",
    "https://[::1]/x,       false, false, true",
  })
  void saysWhatIsCanonicalAlready(String url, boolean all, boolean host, boolean path) {
    assertThat(UrlGate.admits(url, parts)).isTrue();
    assertThat(parts.isCanonical()).isEqualTo(all);
    assertThat(parts.isHostCanonical()).isEqualTo(host);
    assertThat(parts.isPathCanonical()).isEqualTo(path);
  }

  @Test
  void holdsNothingOfTheUrlBefore() {
    assertThat(UrlGate.admits("https://u@A_b.test:1/%2F//../x?y#z", parts)).isTrue();
    assertThat(UrlGate.admits("https://a.test/x", parts)).isTrue();
    assertThat(parts.traits()).isZero();
    assertThat(parts.queryStart()).isEqualTo(-1);
    assertThat(parts.isCanonical()).isTrue();
    assertThat(parts.port()).isEqualTo(443);
  }

  @Test
  void lengthIsCapped() {
    String longest = "https://a.test/" + "x".repeat(UrlGate.MAX_LENGTH - 15);
    assertThat(UrlGate.admits(longest, parts)).isTrue();
    assertThat(UrlGate.admits(longest + "x", parts)).isFalse();
    assertThat(parts.refusal()).isEqualTo(GateRule.URL_LENGTH);
  }

  @Test
  void tenMegabytesOfAnythingAreRefused() {
    for (String piece : List.of("a", ".", "a.", ":", "0", "[", "@", "%", "/", "1.", "\\", "é")) {
      String text = piece.repeat(10_000_000 / piece.length());
      assertThat(UrlGate.admits("https://" + text, parts)).isFalse();
      assertThatCode(() -> Host.parse(text)).isInstanceOf(MalformedException.class);
      assertThatCode(() -> IpAddress.parse(text)).isInstanceOf(MalformedException.class);
      assertThatCode(() -> Scheme.parse(text)).isInstanceOf(MalformedException.class);
      assertThatCode(() -> Target.ofAuthority(Scheme.HTTPS, text))
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void judgingAllocatesNothing() {
    String[] urls = {
      "https://api.a.test/v1/charges?limit=20",
      "https://u@A.test./%2f/../x",
      "https://[2001:db8::1]:8443/",
      "https://127.1/",
    };
    AddressSpace space = AddressSpace.LATEST;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    int rounds = 10_000;
    long before = 0;
    for (int round = -100; round < rounds; round++) {
      if (round == 0) {
        before = threads.getThreadAllocatedBytes(thread);
      }
      for (String url : urls) {
        UrlGate.admits(url, parts);
      }
      space.judge(false, 0x2002_0A00_0001_0000L, round);
      space.judge(true, 0, round & 0xFFFF_FFFFL);
    }
    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(rounds);
  }
}
