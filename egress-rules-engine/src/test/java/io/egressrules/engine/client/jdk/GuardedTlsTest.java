package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.EgressDeniedException;
import io.egressrules.Obligation;
import io.egressrules.engine.client.LoopbackServer;
import io.egressrules.engine.client.Street;
import io.egressrules.engine.client.TestCertificate;
import io.egressrules.engine.enforce.FakeFilter;
import io.egressrules.engine.enforce.FindText;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** TLS and HTTP/2 through the connector, and who may use which connection again. */
class GuardedTlsTest {
  private static final FakeFilter ONLY_OTHER =
      new FakeFilter().allow("partner.test").at(Street.OTHER);

  private final Guards guards = new Guards();
  private final Http2Talk talk = new Http2Talk();

  @AfterEach
  void close() {
    guards.close();
  }

  private RawServer http2(String address, int port, RawServer.Talk held) throws IOException {
    return RawServer.secure(address, port, TestCertificate.ofPartner().context(), "h2", held);
  }

  private static HttpResponse<String> get(HttpClient client, int port) throws Exception {
    return client.send(Guards.get("https", port), BodyHandlers.ofString());
  }

  @Test
  void http2_is_spoken_over_one_tunnel_and_knows_nothing_of_the_connector() throws Exception {
    try (RawServer server = http2(Street.PARTNER, 0, talk)) {
      GuardedHttpClient client = guards.client();

      for (int call = 0; call < 3; call++) {
        HttpResponse<String> response = get(client, server.port());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo("ok");
        assertThat(response.sslSession()).isPresent();
      }

      assertThat(server.connections()).isOne();
      assertThat(talk.requests())
          .hasSize(3)
          .allSatisfy(
              fields ->
                  assertThat(fields)
                      .contains(":authority: partner.test:" + server.port(), ":path: /")
                      .noneMatch(field -> field.startsWith("proxy-")));
    }
  }

  @Test
  void long_body_is_streamed_over_http2() throws Exception {
    try (RawServer server = http2(Street.PARTNER, 0, talk)) {
      HttpRequest request =
          Guards.to("https", server.port(), "/")
              .POST(BodyPublishers.ofByteArray(new byte[4 << 20]))
              .build();

      assertThat(guards.client().send(request, BodyHandlers.ofString()).body()).isEqualTo("ok");
    }
  }

  @Test
  void secret_in_a_long_body_resets_the_stream_of_http2() throws Exception {
    guards.policy.set(
        new FakeFilter()
            .allow("partner.test", new Obligation.Inspect(Set.of(FindText.PROFILE)))
            .at(Street.PARTNER));
    try (RawServer server = http2(Street.PARTNER, 0, talk)) {
      GuardedHttpClient client =
          guards.client(
              builder -> builder,
              guards.guard().inspectors(FindText.denying("SECRET")).hold(1000).build());
      HttpRequest request =
          Guards.to("https", server.port(), "/")
              .POST(BodyPublishers.ofString("x".repeat(100_000) + "SECRET"))
              .build();

      assertThat(catchThrowable(() -> client.send(request, BodyHandlers.ofString())))
          .isInstanceOf(EgressDeniedException.class);
      assertThat(get(client, server.port()).body()).isEqualTo("ok");
    }
  }

  @Test
  void pooled_tunnel_serves_on_when_the_name_moves_and_the_policy_allows_both() throws Exception {
    try (Street street = Street.open(TestCertificate.ofPartner().context())) {
      guards.names.put("partner.test", Street.OTHER);
      GuardedHttpClient client = guards.client();

      get(client, street.port());
      get(client, street.port());

      assertThat(street.partner().received())
          .extracting(LoopbackServer.Received::clientPort)
          .hasSize(2)
          .containsOnly(street.partner().last().clientPort());
    }
  }

  @Test
  void pooled_tunnel_to_an_address_denied_since_carries_nothing() throws Exception {
    try (Street street = Street.open(TestCertificate.ofPartner().context())) {
      guards.names.put("partner.test", Street.OTHER);
      GuardedHttpClient client = guards.client();
      get(client, street.port());

      guards.policy.set(ONLY_OTHER);
      get(client, street.port());

      assertThat(street.partner().received()).hasSize(1);
      assertThat(street.other().received()).hasSize(1);
    }
  }

  @Test
  void pooled_http2_tunnel_to_an_address_denied_since_carries_nothing() throws Exception {
    Http2Talk other = new Http2Talk();
    try (RawServer first = http2(Street.PARTNER, 0, talk);
        RawServer second = neighbour(first.port(), other)) {
      guards.names.put("partner.test", Street.OTHER);
      GuardedHttpClient client = guards.client();
      get(client, first.port());

      guards.policy.set(ONLY_OTHER);
      get(client, first.port());

      assertThat(talk.requests()).hasSize(1);
      assertThat(other.requests()).hasSize(1);
      assertThat(second.connections()).isOne();
    }
  }

  private RawServer neighbour(int port, RawServer.Talk held) throws IOException {
    return http2(Street.OTHER, port, held);
  }

  @Test
  void call_under_way_goes_on_when_its_address_is_denied_to_later_ones() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Void> answer = new CompletableFuture<>();
    RawServer.Talk slow =
        socket -> {
          RawServer.head(socket.getInputStream());
          asked.countDown();
          answer.get(Guards.PATIENCE, TimeUnit.SECONDS);
          socket
              .getOutputStream()
              .write(RawServer.bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst"));
        };
    Http2Talk other = new Http2Talk();
    try (RawServer first =
            RawServer.secure(
                Street.PARTNER, 0, TestCertificate.ofPartner().context(), "http/1.1", slow);
        RawServer second = neighbour(first.port(), other)) {
      guards.names.put("partner.test", Street.OTHER);
      GuardedHttpClient client = guards.client();
      CompletableFuture<HttpResponse<String>> early =
          client.sendAsync(Guards.get("https", first.port()), BodyHandlers.ofString());
      asked.await(Guards.PATIENCE, TimeUnit.SECONDS);

      guards.policy.set(ONLY_OTHER);
      assertThat(get(client, first.port()).body()).isEqualTo("ok");
      answer.complete(null);

      assertThat(early.get(Guards.PATIENCE, TimeUnit.SECONDS).body()).isEqualTo("first");
      assertThat(second.connections()).isOne();
    }
  }
}
