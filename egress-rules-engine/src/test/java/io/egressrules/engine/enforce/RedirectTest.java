package io.egressrules.engine.enforce;

import static io.egressrules.engine.enforce.Denials.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.ReasonCode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
  private final Sequence sequence =
      new Sequence(new FakeFilter().allow("a.test").allow("b.test").at("192.0.2.1"));

  private Redirect redirect(String method, String url, int status, String location)
      throws IOException {
    Enforcement enforcement = sequence.installed();
    Admission admission =
        enforcement.request(EgressRequest.toUrl(url).method(method), Caller.of("me"));
    return enforcement.redirect(admission, status, List.of(location)).orElseThrow();
  }

  /** RFC 9110 sections 15.4.2 to 15.4.9; Fetch standard, HTTP-redirect fetch. */
  @ParameterizedTest
  @CsvSource({
    "GET, 301, GET",
    "HEAD, 301, HEAD",
    "POST, 301, GET",
    "PUT, 301, PUT",
    "DELETE, 301, DELETE",
    "GET, 302, GET",
    "HEAD, 302, HEAD",
    "POST, 302, GET",
    "PUT, 302, PUT",
    "PATCH, 302, PATCH",
    "GET, 303, GET",
    "HEAD, 303, HEAD",
    "POST, 303, GET",
    "PUT, 303, GET",
    "DELETE, 303, GET",
    "GET, 307, GET",
    "HEAD, 307, HEAD",
    "POST, 307, POST",
    "PUT, 307, PUT",
    "GET, 308, GET",
    "HEAD, 308, HEAD",
    "POST, 308, POST",
    "PUT, 308, PUT"
  })
  void method_after_a_redirect_keeps_its_body_exactly_if_it_stays(
      String method, int status, String after) throws IOException {
    Redirect redirect = redirect(method, "http://a.test/x", status, "/y");

    assertThat(redirect.method()).isEqualTo(after);
    assertThat(redirect.keepsBody()).isEqualTo(method.equals(after));
    assertThat(redirect.keepsHeader("Content-Type")).isEqualTo(method.equals(after));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 300, 304, 305, 306, 309, 400, 503})
  void other_status_redirects_nowhere(int status) throws IOException {
    Admission admission = sequence.admitted("http://a.test/");

    assertThat(sequence.installed().redirect(admission, status, List.of("http://b.test/")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.test/other, true",
    "http://A.test:80/, true",
    "//a.test/, true",
    "http://b.test/, false",
    "http://a.test:8080/, false",
    "https://a.test/, false"
  })
  void credentials_stay_within_scheme_host_and_port(String location, boolean kept)
      throws IOException {
    Redirect redirect = redirect("GET", "http://a.test/x", 302, location);

    for (String field : List.of("authorization", "Cookie", "PROXY-AUTHORIZATION", "Host")) {
      assertThat(redirect.keepsHeader(field)).as(field).isEqualTo(kept);
    }
    assertThat(redirect.keepsHeader("Accept")).isTrue();
  }

  @Test
  void request_that_follows_has_the_same_caller_and_remembers_where_from() throws IOException {
    Redirect redirect = redirect("GET", "http://a.test/x", 302, "http://b.test/y");

    Admission next = sequence.installed().follow(redirect, Headers.NONE, null);

    assertThat(next.request().subject()).isEqualTo("me");
    assertThat(next.hops()).isOne();
    assertThat(next.redirectedFrom()).isNotNull().hasToString("GET http://a.test");
  }

  @Test
  void denial_of_a_redirect_says_where_from_but_no_path() throws IOException {
    Redirect redirect = redirect("GET", "http://a.test/secret", 302, "http://c.test/secret");

    EgressDeniedException denied =
        assertDenied(
            ReasonCode.NO_RULE_MATCHED,
            () -> sequence.installed().follow(redirect, Headers.NONE, null));

    assertThat(denied)
        .hasMessageContainingAll("`http://c.test`", "redirected from `http://a.test`", "to change")
        .hasMessageNotContaining("secret");
  }

  @Test
  void redirect_to_cleartext_is_followed_only_on_request() throws IOException {
    assertDenied(
        ReasonCode.REDIRECT_FORBIDDEN,
        () -> redirect("GET", "https://a.test/", 302, "http://a.test/"));

    sequence.guard.allowRedirectToCleartext();

    assertThat(redirect("GET", "https://a.test/", 302, "http://a.test/").keepsHeader("Cookie"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws://a.test/", "wss://a.test/"})
  void redirect_leads_to_no_other_protocol(String location) {
    assertDenied(
        ReasonCode.REDIRECT_FORBIDDEN, () -> redirect("GET", "http://a.test/", 302, location));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "http://a.test /",
        "\\\\b.test",
        "/\\b.test",
        "http://b.test\t/",
        "/ü",
        "ftp://a.test/",
        "data:text/html,x",
        "http://u:p@x@b.test/",
        "http://b.test:0/"
      })
  void location_that_readers_disagree_on_denies(String location) {
    assertDenied(
        ReasonCode.TARGET_MALFORMED, () -> redirect("GET", "http://a.test/", 302, location));
  }

  @Test
  void limit_counts_the_hops_of_one_call() throws IOException {
    sequence.guard.redirectLimit(2);
    Enforcement enforcement = sequence.installed();
    Admission hop = sequence.admitted("http://a.test/");
    for (int i = 0; i < 2; i++) {
      Redirect redirect = enforcement.redirect(hop, 302, List.of("/")).orElseThrow();
      hop = enforcement.follow(redirect, Headers.NONE, null);
    }
    Admission last = hop;

    assertDenied(
        ReasonCode.REDIRECT_FORBIDDEN, () -> enforcement.redirect(last, 302, List.of("/")));
  }
}
