package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class UrlGateProperties {

  /** Pieces that readers of URLs are known to trip over, in any order. */
  @Provide
  Arbitrary<String> hostileUrls() {
    return Arbitraries.of(
            "http://",
            "https://",
            "WSS://",
            "a",
            "A.b",
            "xn--a",
            "127.0.0.1",
            "[::1]",
            "0x7f",
            "08",
            ".",
            "..",
            "/",
            "//",
            "\\",
            "?",
            "#",
            "@",
            ":",
            ":80",
            ":443",
            ":0",
            "%",
            "%2e",
            "%2F",
            "%25",
            "%0d",
            "[",
            "]",
            ";",
            "&",
            "|",
            "{",
            "_",
            "-",
            " ",
            "\t",
            "\r\n",
            "\u0000",
            "é",
            "。",
            "１",
            "u:p@",
            "..;",
            "*")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  /** Mostly admitted: a well-formed authority with anything behind it. */
  @Provide
  Arbitrary<String> likelyUrls() {
    Arbitrary<String> hosts =
        Arbitraries.of("a.test", "A_b.Test.", "127.0.0.1", "[::1]", "[::ffff:1.2.3.4]", "u:p@x.y");
    Arbitrary<String> ports = Arbitraries.of("", ":80", ":443", ":8443");
    Arbitrary<String> tails =
        Arbitraries.of(
                "/", ".", "..", "a", "~", "%2e", "%2E", "%2f", "%41", "%c3%a9", "%25", "%", "2f",
                "6", "6", "32", "%32", "%66", ";", "|", "{", "[", "?", "?x=%0a", "#f")
            .list()
            .ofMaxSize(12)
            .map(pieces -> String.join("", pieces));
    return Combinators.combine(Arbitraries.of("http://", "HTTPS://", "ws://"), hosts, ports, tails)
        .as((scheme, host, port, tail) -> scheme + host + port + "/" + tail);
  }

  @Property(tries = 5_000)
  void anythingIsAdmittedOrRefusedAndNothingElse(@ForAll("hostileUrls") String url) {
    assertAdmittedOrRefused(url);
  }

  @Property(tries = 5_000)
  void soAreRandomOctets(@ForAll byte[] octets) {
    assertAdmittedOrRefused(new String(octets, StandardCharsets.ISO_8859_1));
    assertAdmittedOrRefused("https://" + new String(octets, StandardCharsets.ISO_8859_1));
    assertAdmittedOrRefused("https://a.test/" + new String(octets, StandardCharsets.UTF_8));
  }

  private static void assertAdmittedOrRefused(String url) {
    UrlParts parts = new UrlParts();
    boolean admitted = UrlGate.admits(url, parts);
    Throwable thrown = catchThrowable(() -> Target.parse(url));
    if (!admitted) {
      assertThat(thrown)
          .isInstanceOfSatisfying(
              MalformedException.class,
              refused -> {
                assertThat(refused.rule()).isEqualTo(parts.refusal());
                assertThat(refused.offset()).isBetween(0, url.length());
                assertThat(refused)
                    .hasMessage("offset " + refused.offset() + ": " + refused.rule().sentence());
              });
    } else {
      assertThat(thrown).isNull();
    }
  }

  @Property(tries = 5_000)
  void whatIsSentIsAdmittedAndSentAlike(@ForAll("likelyUrls") String url) {
    Target target = Target.parse(url);
    Target again = Target.parse(target.url());
    assertThat(again.url()).isEqualTo(target.url());
    assertThat(again.path()).isEqualTo(target.path());
    assertThat(again.query()).isEqualTo(target.query());
    assertThat(again.host()).isEqualTo(target.host());
    assertThat(again.hasAmbiguousPath())
        .as("what was ambiguous as written may not be as sent, never the other way round")
        .isIn(target.hasAmbiguousPath(), false);
  }

  @Property
  void whatIsCalledCanonicalIsSentAsItStands(@ForAll("likelyUrls") String url) {
    UrlParts parts = new UrlParts();
    assertThat(UrlGate.admits(url, parts)).isTrue();
    Target target = Target.parse(url);
    if (parts.isCanonical()) {
      assertThat(target.url()).isEqualTo(url);
    }
    if (parts.isPathCanonical()) {
      assertThat(target.path()).isEqualTo(url.substring(parts.pathStart(), parts.pathEnd()));
      assertThat(target.traits()).isEqualTo(parts.traits());
    }
    if (parts.isHostCanonical()) {
      assertThat(target.host().toUriString())
          .isEqualTo(url.substring(parts.hostStart(), parts.hostEnd()));
    }
  }

  @Property
  void nothingOfDotSegmentsIsSent(@ForAll("likelyUrls") String url) {
    assertThat(Target.parse(url).path() + "/")
        .startsWith("/")
        .doesNotContain("/./", "/../")
        .doesNotContainIgnoringCase("%2e");
  }

  @Property(tries = 5_000)
  void javaNetUriReadsTheSameHostIfItReadsOne(@ForAll("hostileAuthorities") String url) {
    if (UrlGate.admits(url, new UrlParts())) {
      Target target = Target.parse(url);
      assertSameHost(target, url);
      assertSameHost(target, target.url());
    }
  }

  @Provide
  Arbitrary<String> hostileAuthorities() {
    return Arbitraries.of(
            "a",
            "A.b",
            "-",
            "_",
            ".",
            "8",
            "0x7f",
            "127.0.0.1",
            "[::1]",
            "[::FFFF:7f00:1]",
            ":80",
            "@",
            "u:p@",
            "u;p@",
            "/",
            "?",
            "#",
            "%41",
            "\\")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(pieces -> "http://" + String.join("", pieces));
  }

  private static void assertSameHost(Target target, String url) {
    String host = hostByUri(url);
    if (host != null) {
      String lower = host.toLowerCase(Locale.ROOT);
      String plain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
      assertThat(Host.parse(plain)).isEqualTo(target.host());
    }
  }

  private static @Nullable String hostByUri(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException unread) {
      return null;
    }
  }

  @Property
  void letterCaseAndOneTrailingDotOfTheHostChangeNothing(@ForAll("names") String name) {
    Target plain = Target.parse("https://" + name + "/x");
    assertThat(Target.parse("https://" + name.toUpperCase(Locale.ROOT) + "/x")).isEqualTo(plain);
    assertThat(Target.parse("https://" + name + "./x")).isEqualTo(plain);
    assertThat(Target.ofAuthority(Scheme.HTTPS, name + ":443").host()).isEqualTo(plain.host());
    assertThat(DomainName.parse(name + ".")).isEqualTo(plain.host());
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> labels =
        Arbitraries.strings().withChars("abcxyz0189").ofMinLength(1).ofMaxLength(10);
    return labels
        .list()
        .ofMinSize(0)
        .ofMaxSize(5)
        .map(list -> String.join("", list.stream().map(label -> label + ".").toList()) + "test");
  }

  @Property
  void patternsMatchByLabels(@ForAll("names") String name, @ForAll("names") String other) {
    DomainName candidate = DomainName.parse(other + "." + name);
    assertThat(DomainPattern.parse("*." + name).matches(candidate)).isTrue();
    assertThat(DomainPattern.parse("." + name).matches(candidate)).isTrue();
    assertThat(DomainPattern.parse(name).matches(candidate)).isFalse();
    assertThat(DomainPattern.parse("*." + name).matches(DomainName.parse(other + "x" + name)))
        .isFalse();
    assertThatCode(() -> DomainPattern.parse("*a." + name))
        .hasMessageContaining("write `*.a." + name + "`");
  }
}
