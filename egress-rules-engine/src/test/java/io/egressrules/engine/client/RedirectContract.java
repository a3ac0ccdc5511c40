package io.egressrules.engine.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.ReasonCode;
import io.egressrules.engine.client.GuardedCalls.Answer;
import io.egressrules.engine.client.GuardedCalls.Body;
import io.egressrules.engine.client.GuardedCalls.Call;
import io.egressrules.engine.client.GuardedCalls.Settings;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract: every redirect is a new decision. */
interface RedirectContract {
  Rig rig();

  @Test
  default void redirect_to_an_allowed_host_is_followed() throws IOException {
    rig().street().partner().redirect("/from", 302, rig().url("other.test", "/to"));

    assertThat(rig().get(rig().client(), "partner.test", "/from").text()).isEqualTo("hello");
    assertThat(rig().street().other().last().uri()).isEqualTo("/to");
  }

  @Test
  default void redirect_to_a_denied_host_is_not_followed() throws IOException {
    rig().street().partner().redirect("/from", 302, rig().url("denied.test", "/"));

    assertThat(rig().deniedGet(rig().client(), "partner.test", "/from"))
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
    rig().assertNoTrespass();
  }

  @ParameterizedTest
  @ValueSource(strings = {Street.METADATA, "[::ffff:127.0.0.5]"})
  default void redirect_to_a_denied_address_is_not_followed(String literal) throws IOException {
    rig().street().partner().redirect("/from", 302, rig().url(literal, "/latest"));

    assertThat(rig().deniedGet(rig().client(), "partner.test", "/from"))
        .isEqualTo(ReasonCode.ADDRESS_GUARDED);
    rig().assertNoTrespass();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:\\\\127.0.0.4:PORT/",
        "http:/127.0.0.4:PORT/",
        "http:127.0.0.4:PORT/",
        "//partner.test@127.0.0.4:PORT/",
        "http://partner.test\\@127.0.0.4:PORT/",
        "http://2130706436:PORT/",
        "http://0x7f.4:PORT/",
        "http://127.0.0.4:PORT\u00a0/",
        "http://[::ffff:127.0.0.4]%00:PORT/",
        "file:///etc/passwd",
        "jar:http://127.0.0.4:PORT!/",
        "gopher://127.0.0.4:PORT/",
        "javascript:alert(1)",
        "http://",
        "http://:PORT/",
        "http://127.0.0.4:99999/"
      })
  default void hostile_location_leads_nowhere(String location) throws IOException {
    String port = Integer.toString(rig().street().port());
    rig().street().partner().redirect("/from", 302, location.replace("PORT", port));
    GuardedCalls client = rig().client();

    ReasonCode code = rig().deniedGet(client, "partner.test", "/from");

    assertThat(code).isIn(ReasonCode.TARGET_MALFORMED, ReasonCode.ADDRESS_GUARDED);
    rig().assertNoTrespass();
  }

  @Test
  default void what_looks_like_a_host_in_a_fragment_is_none() throws IOException {
    String to = rig().url("other.test", "#@" + Street.INTERNAL + ":" + rig().street().port() + "/");
    rig().street().partner().redirect("/from", 302, to);

    assertThat(rig().get(rig().client(), "partner.test", "/from").text()).isEqualTo("hello");
    assertThat(rig().street().other().last().uri()).isEqualTo("/");
    rig().assertNoTrespass();
  }

  @Test
  default void two_locations_are_no_redirect_anyone_can_read() throws IOException {
    String to = rig().url("other.test", "/");
    rig().street().partner().on("/from", 302, "", "Location", to, "Location", to + "2");

    assertThat(rig().deniedGet(rig().client(), "partner.test", "/from"))
        .isEqualTo(ReasonCode.TARGET_MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "sibling, /a/sibling",
    "./sibling, /a/sibling",
    "../up, /up",
    "/root, /root",
    "?q, /a/from?q",
    "../../../../over, /over",
    "//OTHER/net, /net"
  })
  default void relative_location_is_resolved_against_the_answered_url(String location, String uri)
      throws IOException {
    String authority = "partner.test:" + rig().street().port();
    rig().street().partner().redirect("/a/from", 302, location.replace("OTHER", authority));
    rig().street().partner().on("/a/from/never", 404, "");
    GuardedCalls client = rig().client(guard -> guard.redirectLimit(1), Settings.PLAIN);

    if (uri.startsWith("/a/from")) {
      assertThat(rig().deniedGet(client, "partner.test", "/a/from"))
          .as("redirected to itself")
          .isEqualTo(ReasonCode.REDIRECT_FORBIDDEN);
    } else {
      rig().get(client, "partner.test", "/a/from");
    }

    assertThat(rig().street().partner().last().uri()).isEqualTo(uri);
  }

  @Test
  default void answer_without_location_is_final() throws IOException {
    rig().street().partner().on("/from", 302, "nowhere");

    assertThat(rig().get(rig().client(), "partner.test", "/from").text()).isEqualTo("nowhere");
  }

  @Test
  default void endless_redirects_end() throws IOException {
    rig().street().partner().redirect("/loop", 302, "/loop");
    GuardedCalls client = rig().client(guard -> guard.redirectLimit(3), Settings.PLAIN);

    assertThat(rig().deniedGet(client, "partner.test", "/loop"))
        .isEqualTo(ReasonCode.REDIRECT_FORBIDDEN);
    assertThat(rig().street().partner().received()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, 301, GET",
    "POST, 302, GET",
    "POST, 303, GET",
    "POST, 307, POST",
    "POST, 308, POST",
    "PUT, 301, PUT",
    "PUT, 302, PUT",
    "PUT, 303, GET",
    "PUT, 307, PUT"
  })
  default void method_and_body_after_a_redirect(String method, int status, String after)
      throws IOException {
    rig().street().partner().redirect("/from", status, "/to");

    rig()
        .client()
        .call(new Call(method, rig().url("partner.test", "/from"), Map.of(), Body.of("data")));

    LoopbackServer.Received last = rig().street().partner().last();
    assertThat(last.uri()).isEqualTo("/to");
    assertThat(last.method()).isEqualTo(after);
    assertThat(last.body()).isEqualTo(after.equals("GET") ? "" : "data");
  }

  @Test
  default void redirected_method_is_decided_anew() throws IOException {
    rig().allow(Rig.friends().methods("POST"));
    rig().street().partner().redirect("/from", 303, "/to");

    assertThat(rig().denied(rig().client(), Call.post(rig().url("partner.test", "/from"), "data")))
        .isEqualTo(ReasonCode.METHOD_FORBIDDEN);
    assertThat(rig().street().partner().received()).hasSize(1);
  }

  @Test
  default void credentials_stay_within_their_origin() throws IOException {
    rig().street().partner().redirect("/there", 302, rig().url("other.test", "/to"));
    rig().street().partner().redirect("/here", 302, "/to");
    GuardedCalls client = rig().client();
    Call there =
        Call.get(rig().url("partner.test", "/there"))
            .with("Authorization", "Bearer secret")
            .with("Cookie", "session=secret")
            .with("X-Trace", "kept");
    Call here = new Call("GET", rig().url("partner.test", "/here"), there.headers(), null);

    Answer answer = client.call(there);
    client.call(here);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(rig().street().other().last().header("Authorization")).isNull();
    assertThat(rig().street().other().last().header("Cookie")).isNull();
    assertThat(rig().street().other().last().header("X-Trace")).isEqualTo("kept");
    assertThat(rig().street().partner().last().header("Authorization")).isEqualTo("Bearer secret");
    assertThat(rig().street().partner().last().header("Cookie")).isEqualTo("session=secret");
  }
}
