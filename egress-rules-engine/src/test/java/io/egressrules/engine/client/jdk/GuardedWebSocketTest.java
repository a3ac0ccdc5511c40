package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.EgressDeniedException;
import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.engine.client.Street;
import io.egressrules.engine.client.TestCertificate;
import io.egressrules.engine.enforce.FakeFilter;
import io.egressrules.engine.enforce.FindText;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedWebSocketTest {
  private final Guards guards = new Guards();
  private final WebSocketTalk talk = new WebSocketTalk();
  private final Messages messages = new Messages();

  @AfterEach
  void close() {
    guards.close();
  }

  private static final class Messages implements WebSocket.Listener {
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      received.add(data.toString());
      socket.request(1);
      return null;
    }
  }

  private RawServer server(String scheme) throws IOException {
    return scheme.equals("wss")
        ? RawServer.secure(
            Street.PARTNER, 0, TestCertificate.ofPartner().context(), "http/1.1", talk)
        : RawServer.open(Street.PARTNER, talk);
  }

  private CompletableFuture<WebSocket> connect(String scheme, String host, int port) {
    return guards
        .client()
        .newWebSocketBuilder()
        .header("X-Mine", "kept")
        .subprotocols("chat")
        .connectTimeout(Duration.ofSeconds(Guards.PATIENCE))
        .buildAsync(URI.create(scheme + "://" + host + ":" + port + "/talk"), messages);
  }

  private static ReasonCode denial(CompletableFuture<?> future) {
    Throwable thrown = future.handle((value, failure) -> failure).join();
    assertThat(thrown).isInstanceOf(EgressDeniedException.class);
    return ((EgressDeniedException) thrown).decision().reason().code();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws", "wss"})
  void messages_pass_and_the_server_learns_nothing_of_the_connector(String scheme)
      throws Exception {
    try (RawServer server = server(scheme)) {
      WebSocket socket =
          connect(scheme, "partner.test", server.port()).get(Guards.PATIENCE, TimeUnit.SECONDS);
      socket.sendText("hello", true).get(Guards.PATIENCE, TimeUnit.SECONDS);

      assertThat(messages.received.poll(Guards.PATIENCE, TimeUnit.SECONDS)).isEqualTo("hello");
      assertThat(talk.handshakes()).hasSize(1);
      assertThat(talk.handshakes().get(0))
          .startsWith("GET /talk HTTP/1.1\r\n")
          .contains("X-Mine: kept", "Sec-WebSocket-Protocol: chat")
          .doesNotContainIgnoringCase("proxy-");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws", "wss"})
  void denied_host_is_not_connected_to(String scheme) throws Exception {
    assertThat(denial(connect(scheme, "denied.test", 1))).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(guards.names.lookups()).isZero();
  }

  @Test
  void name_that_leads_to_a_denied_address_is_not_connected_to() throws Exception {
    try (RawServer server = server("ws")) {
      guards.policy.set(new FakeFilter().allow("partner.test").at(Street.OTHER));

      assertThat(denial(connect("ws", "partner.test", server.port())))
          .isEqualTo(ReasonCode.ADDRESS_GUARDED);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void policy_that_obliges_to_inspect_messages_denies_them() throws Exception {
    guards.policy.set(
        new FakeFilter()
            .allow("partner.test", new Obligation.Inspect(Set.of(FindText.PROFILE)))
            .at(Street.PARTNER));

    assertThat(denial(connect("wss", "partner.test", 1))).isEqualTo(ReasonCode.OBLIGATION_UNMET);
  }

  @Test
  void tls_obligation_denies_ws() {
    guards.policy.set(
        new FakeFilter().allow("partner.test", Obligation.RequireTls.INSTANCE).at(Street.PARTNER));

    assertThat(denial(connect("ws", "partner.test", 1))).isEqualTo(ReasonCode.CLEARTEXT_FORBIDDEN);
  }

  @Test
  void handshake_that_is_redirected_fails() throws Exception {
    RawServer.Talk redirecting =
        socket -> {
          RawServer.head(socket.getInputStream());
          socket
              .getOutputStream()
              .write(
                  RawServer.bytes(
                      "HTTP/1.1 302 Found\r\nLocation: http://denied.test/\r\n"
                          + "Content-Length: 0\r\n\r\n"));
        };
    try (RawServer server = RawServer.open(Street.PARTNER, redirecting)) {
      CompletableFuture<WebSocket> socket = connect("ws", "partner.test", server.port());

      assertThatThrownBy(() -> socket.get(Guards.PATIENCE, TimeUnit.SECONDS))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
      assertThat(guards.names.lookups()).isOne();
    }
  }

  @Test
  void refused_connection_is_told_as_one() throws Exception {
    RawServer closed = server("wss");
    closed.close();

    assertThatThrownBy(
            () ->
                connect("wss", "partner.test", closed.port())
                    .get(Guards.PATIENCE, TimeUnit.SECONDS))
        .hasCauseInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void field_for_proxies_cannot_be_set() {
    WebSocket.Builder builder = guards.client().newWebSocketBuilder();

    assertThatThrownBy(() -> builder.header(Ticket.FIELD, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void client_is_at_rest_only_when_its_sockets_are_closed() throws Exception {
    try (RawServer server = server("ws")) {
      GuardedHttpClient client = guards.client();
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(URI.create("ws://partner.test:" + server.port() + "/"), messages)
              .get(Guards.PATIENCE, TimeUnit.SECONDS);

      client.shutdown();
      assertThat(client.isTerminated()).isFalse();
      socket.sendText("still", true).get(Guards.PATIENCE, TimeUnit.SECONDS);
      assertThat(messages.received.poll(Guards.PATIENCE, TimeUnit.SECONDS)).isEqualTo("still");
      socket.abort();

      assertThat(client.awaitTermination(Duration.ofSeconds(Guards.PATIENCE))).isTrue();
    }
  }
}
