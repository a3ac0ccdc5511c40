package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.engine.client.Street;
import io.egressrules.engine.client.TestCertificate;
import io.egressrules.engine.enforce.DeclaredProxy;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A declared proxy is told what it must know; nobody is told what only the connector may know. */
class GuardedProxyTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final Guards guards = new Guards();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    guards.close();
  }

  /** A proxy that opens tunnels to the partner and answers plain requests itself. */
  private RawServer proxy() throws IOException {
    return RawServer.open(
        Street.OTHER,
        socket -> {
          String head = RawServer.head(socket.getInputStream());
          heads.add(head);
          if (head.startsWith("CONNECT ")) {
            tunnel(socket, Integer.parseInt(head.replaceFirst("(?s)^[^:]*:(\\d+).*", "$1")));
          } else {
            socket.getOutputStream().write(RawServer.bytes(OK));
          }
        });
  }

  private static void tunnel(Socket client, int port) throws Exception {
    try (Socket server = new Socket(Street.PARTNER, port)) {
      client.getOutputStream().write(RawServer.bytes("HTTP/1.1 200 Open\r\n\r\n"));
      Thread back = new Thread(() -> pour(server, client));
      back.start();
      pour(client, server);
      back.join();
    }
  }

  private static void pour(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException over) {
      // One of them has gone.
    }
  }

  private GuardedHttpClient through(RawServer proxy) {
    InetSocketAddress place = InetSocketAddress.createUnresolved("proxy.test", proxy.port());
    guards.names.put("proxy.test", Street.OTHER);
    return guards.client(
        builder -> builder.proxy(ProxySelector.of(place)),
        guards.guard().proxy(DeclaredProxy.of("proxy.test", proxy.port())).build());
  }

  private static HttpRequest withCredentials(String scheme, int port) {
    return Guards.to(scheme, port, "/a").header("Proxy-Authorization", "Bearer mine").build();
  }

  @Test
  void plain_request_has_its_full_url_and_credentials() throws Exception {
    try (RawServer proxy = proxy()) {
      through(proxy).send(withCredentials("http", 8080), BodyHandlers.ofString());
      through(proxy).send(Guards.get("http", 8080), BodyHandlers.ofString());

      assertThat(heads.get(0))
          .startsWith("GET http://partner.test:8080/a HTTP/1.1\r\n")
          .contains("Proxy-Authorization: Bearer mine")
          .doesNotContain("Egress");
      assertThat(heads.get(1)).doesNotContainIgnoringCase("Proxy-");
    }
  }

  @Test
  void tunnel_is_asked_for_with_credentials_and_tls_is_with_the_server() throws Exception {
    Http2Talk talk = new Http2Talk();
    try (RawServer proxy = proxy();
        RawServer server =
            RawServer.secure(
                Street.PARTNER, 0, TestCertificate.ofPartner().context(), "h2", talk)) {
      String body =
          through(proxy)
              .send(withCredentials("https", server.port()), BodyHandlers.ofString())
              .body();

      assertThat(body).isEqualTo("ok");
      assertThat(heads)
          .singleElement()
          .asString()
          .startsWith("CONNECT partner.test:" + server.port() + " HTTP/1.1\r\n")
          .contains("Proxy-Authorization: Bearer mine")
          .doesNotContain("Egress");
      assertThat(talk.requests().get(0)).noneMatch(field -> field.startsWith("proxy-"));
      assertThat(guards.names.lookups()).as("only the proxy's name").isOne();
    }
  }

  @Test
  void proxy_that_refuses_the_tunnel_fails_the_call() throws Exception {
    RawServer.Talk refusing =
        socket -> {
          heads.add(RawServer.head(socket.getInputStream()));
          socket
              .getOutputStream()
              .write(RawServer.bytes("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"));
        };
    try (RawServer proxy = RawServer.open(Street.OTHER, refusing)) {
      assertThatThrownBy(
              () -> through(proxy).send(Guards.get("https", 443), BodyHandlers.ofString()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("403");
      assertThat(heads.get(0)).startsWith("CONNECT partner.test:443 ");
    }
  }

  @Test
  void websocket_goes_through_the_proxy() throws Exception {
    WebSocketTalk talk = new WebSocketTalk();
    try (RawServer proxy = proxy();
        RawServer server = RawServer.open(Street.PARTNER, talk)) {
      WebSocket socket =
          through(proxy)
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://partner.test:" + server.port() + "/"),
                  new WebSocket.Listener() {})
              .get(Guards.PATIENCE, TimeUnit.SECONDS);
      socket.abort();

      assertThat(heads.get(0)).startsWith("CONNECT partner.test:" + server.port());
      assertThat(talk.handshakes()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "http/1.1", "h2"})
  void server_learns_nothing_of_the_connector_where_there_is_an_authenticator(String protocol)
      throws Exception {
    Authenticator authenticator =
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("me", "secret".toCharArray());
          }
        };
    Http2Talk talk = new Http2Talk();
    RawServer.Talk noting =
        socket -> {
          heads.add(RawServer.head(socket.getInputStream()));
          socket.getOutputStream().write(RawServer.bytes(OK));
        };
    boolean isTls = !protocol.equals("http");
    try (RawServer server =
        isTls
            ? RawServer.secure(
                Street.PARTNER,
                0,
                TestCertificate.ofPartner().context(),
                protocol,
                protocol.equals("h2") ? talk : noting)
            : RawServer.open(Street.PARTNER, noting)) {
      HttpClient client =
          guards.client(builder -> builder.authenticator(authenticator), guards.guard().build());

      String body =
          client
              .send(Guards.get(isTls ? "https" : "http", server.port()), BodyHandlers.ofString())
              .body();

      assertThat(body).isEqualTo("ok");
      talk.requests().forEach(fields -> heads.add(String.join("\n", fields)));
      assertThat(heads).singleElement().asString().doesNotContainIgnoringCase("proxy-");
    }
  }
}
