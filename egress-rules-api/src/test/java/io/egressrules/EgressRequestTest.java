package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.GateRule;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressRequestTest {
  private static final Target TARGET = Target.parse("https://api.partner.test/v1?k=v");
  private static final List<IpAddress> ADDRESSES = List.of(IpAddress.parse("192.0.2.1"));
  private static final BodyFacts DECLARED = BodyFacts.declared(3, "text/plain", null);
  private static final BodyFacts INSPECTED = DECLARED.withFindings(List.of());

  @Test
  void nothingIsKnownButTheTargetUntilItIsStated() {
    EgressRequest request = EgressRequest.to(TARGET).build();
    assertThat(request.target()).isEqualTo(TARGET);
    assertThat(request.malformed()).isNull();
    assertThat(request.subject()).isEmpty();
    assertThat(request.labels()).isEmpty();
    assertThat(request.method()).isNull();
    assertThat(request.headers()).isSameAs(Headers.NONE);
    assertThat(request.addresses()).isNull();
    assertThat(request.body()).isNull();
    assertThat(request.phase()).isEqualTo(Phase.REQUEST);
  }

  @Test
  void everythingStatedIsKept() {
    Headers headers = Headers.builder().add("Accept", "a").build();
    EgressRequest request =
        EgressRequest.toUrl("https://api.partner.test/v1?k=v")
            .subject("web")
            .labels(Map.of("tier", "gold"))
            .method("GET")
            .headers(headers)
            .addresses(ADDRESSES)
            .body(DECLARED)
            .build();
    assertThat(request.target()).isEqualTo(TARGET);
    assertThat(request.subject()).isEqualTo("web");
    assertThat(request.labels()).containsExactly(Map.entry("tier", "gold"));
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.headers()).isSameAs(headers);
    assertThat(request.addresses()).isEqualTo(ADDRESSES);
    assertThat(request.body()).isEqualTo(DECLARED);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.test:0/,      PORT",
    "https://u@v@a.test/,    USERINFO",
    "https://0177.0.0.1/,    HOST_IPV4",
    "https:/a.test,          SLASHES",
    "file:///etc/passwd,     SCHEME",
    "'https://a.test/ b',    CHARACTER",
    "'',                     SCHEME",
  })
  void aUrlThatTheGateRefusesMakesARequestWithoutATarget(String url, GateRule rule) {
    EgressRequest request = EgressRequest.toUrl(url).method("GET").build();
    assertThat(request.target()).isNull();
    assertThat(request.malformed()).isEqualTo(rule);
    assertThat(request).hasToString("GET (malformed target)");
  }

  @ParameterizedTest
  @NullSource
  void aMissingUrlIsAMalformedTargetWithoutAGateRule(String url) {
    EgressRequest request = EgressRequest.toUrl(url).build();
    assertThat(request.target()).isNull();
    assertThat(request.malformed()).isNull();
    assertThat(request).hasToString("(malformed target)");
  }

  @Test
  void thePhaseSaysHowMuchIsKnown() {
    EgressRequest request = EgressRequest.to(TARGET).build();
    assertThat(request.withAddresses(List.of()).phase()).isEqualTo(Phase.CONNECT);
    assertThat(request.withAddresses(ADDRESSES).phase()).isEqualTo(Phase.CONNECT);
    assertThat(request.withAddresses(ADDRESSES).withBody(DECLARED).phase())
        .isEqualTo(Phase.CONNECT);
    assertThat(request.withAddresses(ADDRESSES).withBody(INSPECTED).phase()).isEqualTo(Phase.BODY);
    assertThat(request.withBody(DECLARED).phase()).isEqualTo(Phase.REQUEST);
    assertThat(request.withBody(INSPECTED).phase()).isEqualTo(Phase.BODY);
  }

  @Test
  void completingARequestLeavesTheOneBefore() {
    EgressRequest before =
        EgressRequest.to(TARGET).subject("web").method("GET").labels(Map.of("a", "b")).build();
    EgressRequest after = before.withAddresses(ADDRESSES).withBody(INSPECTED);
    assertThat(before.addresses()).isNull();
    assertThat(before.body()).isNull();
    assertThat(after.addresses()).isEqualTo(ADDRESSES);
    assertThat(after.body()).isEqualTo(INSPECTED);
    assertThat(after.target()).isSameAs(before.target());
    assertThat(after.subject()).isEqualTo("web");
    assertThat(after.method()).isEqualTo("GET");
    assertThat(after.labels()).isEqualTo(before.labels());
    assertThat(after.headers()).isSameAs(before.headers());
  }

  @Test
  void completingAMalformedRequestLeavesItMalformed() {
    EgressRequest request = EgressRequest.toUrl("https://a.test:0/").build();
    EgressRequest after = request.withAddresses(ADDRESSES).withBody(INSPECTED);
    assertThat(after.target()).isNull();
    assertThat(after.malformed()).isEqualTo(GateRule.PORT);
  }

  @Test
  void collectionsAreCopied() {
    Map<String, String> labels = new HashMap<>(Map.of("tier", "gold"));
    List<IpAddress> addresses = new ArrayList<>(ADDRESSES);
    EgressRequest request = EgressRequest.to(TARGET).labels(labels).addresses(addresses).build();
    labels.put("tier", "none");
    addresses.clear();
    assertThat(request.labels()).containsExactly(Map.entry("tier", "gold"));
    assertThat(request.addresses()).isEqualTo(ADDRESSES);
  }

  /** Regression: a rule that denies DELETE missed a request that says {@code delete}. */
  @Test
  @ResourceLock(Resources.LOCALE)
  void methodsAreUpperCasedAsInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(EgressRequest.to(TARGET).method("delete").build().method()).isEqualTo("DELETE");
      assertThat(EgressRequest.to(TARGET).method("list").build().method()).isEqualTo("LIST");
    } finally {
      Locale.setDefault(before);
    }
    assertThat(EgressRequest.to(TARGET).method("GET").method(null).build().method()).isNull();
  }

  @Test
  void textIsMethodAndOrigin() {
    assertThat(EgressRequest.to(TARGET).method("get").build())
        .hasToString("GET https://api.partner.test");
    assertThat(EgressRequest.to(TARGET).build()).hasToString("https://api.partner.test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /", "GET\r\nX-Forged: 1", "GET https://other.test", "日"})
  void aMethodThatIsNoneStaysOutOfTheText(String method) {
    assertThat(EgressRequest.to(TARGET).method(method).build())
        .hasToString("https://api.partner.test");
  }

  @ParameterizedTest
  @CsvSource({"GET, false", "m-search, false", "'GET ', true", "'', true", "po\u017ft, true"})
  void aMethodIsATokenBeforeItsCaseIsFolded(String method, boolean malformed) {
    EgressRequest request = EgressRequest.to(TARGET).method(method).build();
    assertThat(request.hasMalformedMethod()).isEqualTo(malformed);
    assertThat(request.withAddresses(ADDRESSES).hasMalformedMethod()).isEqualTo(malformed);
    assertThat(UrlCall.by("").method(method).toRequest().hasMalformedMethod()).isEqualTo(malformed);
  }
}
