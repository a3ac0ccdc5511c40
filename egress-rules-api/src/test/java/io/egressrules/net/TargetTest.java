package io.egressrules.net;

import static io.egressrules.net.TargetTrait.DOT_PARAMETERS;
import static io.egressrules.net.TargetTrait.DOT_SEGMENTS;
import static io.egressrules.net.TargetTrait.DOUBLE_ENCODING;
import static io.egressrules.net.TargetTrait.EMPTY_SEGMENT;
import static io.egressrules.net.TargetTrait.ENCODED_CONTROL;
import static io.egressrules.net.TargetTrait.ENCODED_CONTROL_IN_QUERY;
import static io.egressrules.net.TargetTrait.ENCODED_SLASH;
import static io.egressrules.net.TargetTrait.INVALID_ESCAPE;
import static io.egressrules.net.TargetTrait.UNDERSCORE;
import static io.egressrules.net.TargetTrait.USERINFO_DROPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://A.Test./,             https://a.test/",
    "https://a.test,               https://a.test/",
    "https://a.test?q,             https://a.test/?q",
    "https://a.test?,              https://a.test/?",
    "https://a.test#f,             https://a.test/",
    "https://a.test/x?q#f?g,       https://a.test/x?q",
    "https://a.test:443/,          https://a.test/",
    "http://a.test:443/,           http://a.test:443/",
    "ws://a.test:80/,              ws://a.test/",
    "https://u:p@a.test/x,         https://a.test/x",
    "https://[2001:DB8:0::1]:444/, https://[2001:db8::1]:444/",
    "https://[::ffff:c000:201]/,   https://[::ffff:192.0.2.1]/",
    "https://a.test/%7Euser%2d%41, https://a.test/~user-A",
    "https://a.test/%3a%c3%a9,     https://a.test/%3A%C3%A9",
    "https://a.test/a/./b/../c,    https://a.test/a/c",
    "https://a.test/a/%2E%2e/b/.,  https://a.test/b/",
    "https://a.test/../../a/..,    https://a.test/",
    "https://a.test/...,           https://a.test/...",
    "https://a.test/a//b/,         https://a.test/a//b/",
    "https://a.test/a//..,         https://a.test/a/",
    "https://a.test/{a}|b,         https://a.test/%7Ba%7D%7Cb",
    "https://a.test/100%,          https://a.test/100%25",
    "https://a.test/x?%7E%zz{|},   https://a.test/x?%7E%zz{|}",
  })
  void urlToBeSentIsCanonical(String url, String sent) {
    Target target = Target.parse(url);
    assertThat(target.url()).isEqualTo(sent);
    assertThat(Target.parse(sent).url()).isEqualTo(sent);
  }

  static Stream<Arguments> traits() {
    return Stream.of(
        arguments("https://a.test/x?y=%20%2F", Set.of()),
        arguments("https://u:p@a.test/", Set.of(USERINFO_DROPPED)),
        arguments("https://a_b.test/", Set.of(UNDERSCORE)),
        arguments("https://a.test/a/../b", Set.of(DOT_SEGMENTS)),
        arguments("https://a.test/%2e%2E/b", Set.of(DOT_SEGMENTS)),
        arguments("https://a.test/a/.", Set.of(DOT_SEGMENTS)),
        arguments("https://a.test/.a/..b/...", Set.of()),
        arguments("https://a.test//a", Set.of(EMPTY_SEGMENT)),
        arguments("https://a.test/a/", Set.of()),
        arguments("https://a.test/a%2fb", Set.of(ENCODED_SLASH)),
        arguments("https://a.test/a%5Cb", Set.of(ENCODED_SLASH)),
        arguments("https://a.test/a%252fb", Set.of(ENCODED_SLASH, DOUBLE_ENCODING)),
        arguments("https://a.test/a%00", Set.of(ENCODED_CONTROL)),
        arguments("https://a.test/a%7f", Set.of(ENCODED_CONTROL)),
        arguments("https://a.test/a%250D", Set.of(ENCODED_CONTROL, DOUBLE_ENCODING)),
        arguments("https://a.test/?a=%0d%0a", Set.of(ENCODED_CONTROL_IN_QUERY)),
        arguments("https://a.test/?a=%250a", Set.of(ENCODED_CONTROL_IN_QUERY)),
        arguments("https://a.test/a%252e", Set.of(DOUBLE_ENCODING)),
        arguments("https://a.test/100%25", Set.of()),
        arguments("https://a.test/a%2", Set.of(INVALID_ESCAPE)),
        arguments("https://a.test/%u002e", Set.of(INVALID_ESCAPE)),
        arguments("https://a.test/%c0%af", Set.of(INVALID_ESCAPE)),
        arguments("https://a.test/%C3%A9", Set.of()),
        arguments("https://a.test/a/..;/b", Set.of(DOT_PARAMETERS)),
        arguments("https://a.test/a/%2e.%3bx/b", Set.of(DOT_PARAMETERS)),
        arguments("https://a.test/a;x/b", Set.of()));
  }

  @ParameterizedTest
  @MethodSource("traits")
  void recordsWhatAPolicyMayRefuse(String url, Set<TargetTrait> expected) {
    int traits = Target.parse(url).traits();
    assertThat(Arrays.stream(TargetTrait.values()).filter(trait -> trait.in(traits)))
        .isEqualTo(expected.stream().sorted().collect(Collectors.toList()));
  }

  /** Found while writing: unescaping once made what reads as doubly encoded. */
  @ParameterizedTest
  @CsvSource({"/%25%32%66", "/%%32%66", "/%25%32f", "/%2%66"})
  void escapesJoinedByUnescapingAreSeen(String path) {
    Target target = Target.parse("https://a.test" + path);
    assertThat(target.path()).isEqualTo("/%252f");
    assertThat(ENCODED_SLASH.in(target.traits())).isTrue();
    assertThat(target.hasAmbiguousPath()).isTrue();
  }

  @Test
  void resolvedDotSegmentsLeaveNoAmbiguity() {
    assertThat(Target.parse("https://a.test/a/../b").hasAmbiguousPath()).isFalse();
    assertThat(Target.parse("https://a.test/a/%2F../b").hasAmbiguousPath()).isTrue();
  }

  @Test
  void partsAreThoseOfTheUrl() {
    Target target = Target.parse("https://API.a.test:8443/v1/../x?k=v");
    assertThat(target.scheme()).isEqualTo(Scheme.HTTPS);
    assertThat(target.host()).isEqualTo(DomainName.parse("api.a.test"));
    assertThat(target.port()).isEqualTo(8443);
    assertThat(target.path()).isEqualTo("/x");
    assertThat(target.query()).isEqualTo("k=v");
  }

  @Test
  void textLeavesOutWhatMayBeSecret() {
    assertThat(Target.parse("https://u:pw@a.test/t0ken?key=s3cret#f"))
        .hasToString("https://a.test");
    assertThat(Target.parse("http://[::1]:81/t0ken")).hasToString("http://[::1]:81");
  }

  @Test
  void refusalNeverQuotesTheUrl() {
    assertThatThrownBy(() -> Target.parse("https://u:hunter2@a.test:hunter2/"))
        .hasMessage(
            "offset 25: port is not a number from 1 to 65535 without leading zeros; correct it")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wayOfWritingCountsInEquality() {
    assertThat(Target.parse("HTTPS://a.test")).isEqualTo(Target.parse("https://a.test:443/#x"));
    assertThat(Target.parse("https://u@a.test/")).isNotEqualTo(Target.parse("https://a.test/"));
  }

  @Test
  void partsGiveTheTargetOfTheirUrl() {
    DomainName name = DomainName.parse("a_b.test");
    assertThat(Target.of(Scheme.HTTPS, name, 443, "/a/../%7e?q=%2F"))
        .isEqualTo(Target.parse("https://a_b.test/a/../%7e?q=%2F"));
    assertThat(Target.of(Scheme.WS, IpAddress.parse("::1"), 8080, "").url())
        .isEqualTo("ws://[::1]:8080/");
    assertThat(Target.of(Scheme.WS, name, 80, "?q").url()).isEqualTo("ws://a_b.test/?q");
  }

  @ParameterizedTest
  @CsvSource({"x, PATH", "//x y, CHARACTER", "/x\\y, BACKSLASH", "*, PATH", "#x, PATH"})
  void partsAreHeldToTheSameRules(String pathAndQuery, GateRule rule) {
    assertThatThrownBy(() -> Target.of(Scheme.HTTPS, DomainName.parse("a.test"), 443, pathAndQuery))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "65536"})
  void portsOfPartsAreInRange(int port) {
    assertThatThrownBy(() -> Target.of(Scheme.HTTPS, DomainName.parse("a.test"), port, "/"))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void uriIsReadAsItsAsciiText() {
    assertThat(Target.of(URI.create("https://a.test/é?ü")).url())
        .isEqualTo("https://a.test/%C3%A9?%C3%BC");
    assertThatThrownBy(() -> Target.of(URI.create("https://é.test/")))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Target.of(URI.create("mailto:a@a.test")))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void authorityHasNoPath() {
    Target target = Target.ofAuthority(Scheme.HTTPS, "A.test.:443");
    assertThat(target.url()).isEqualTo("https://a.test");
    assertThat(target.path()).isEmpty();
    assertThat(target.hasPath()).isFalse();
    assertThat(Target.parse("https://a.test").hasPath()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a.test,       PORT",
    "a.test.,      PORT",
    "[::1],        PORT",
    "192.0.2.1,    PORT",
    "a.test:443/x, PORT",
    "a.test/x,     PORT",
    "u@a.test:443, USERINFO",
    "2001:db8::1,  HOST_IPV4",
    "a.test:0,     PORT",
    "'',           HOST_EMPTY",
  })
  void authorityIsHostAndPortAndNothingElse(String authority, GateRule rule) {
    assertThatThrownBy(() -> Target.ofAuthority(Scheme.HTTPS, authority))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  @Test
  void rewritingDoesNotPassTheLengthCap() {
    String url = "https://a.test/" + "|".repeat(4000);
    assertThatThrownBy(() -> Target.parse(url))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.rule()).isEqualTo(GateRule.URL_LENGTH));
  }
}
