package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain request reaches its server as one that was sent directly, and its answer comes back. */
class ConnectorPlainTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int PATIENCE = 20;

  private final List<String> heads = new CopyOnWriteArrayList<>();
  private ConnectorRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new ConnectorRig();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private String ask(RawServer server, String more) throws IOException {
    return ask(server, "GET", more, "");
  }

  private String ask(RawServer server, String method, String more, String body) throws IOException {
    String request = ConnectorRig.get(server.port(), rig.plain(server).token());
    String changed =
        request.replaceFirst("GET", method).replace("\r\n\r\n", "\r\n" + more + "\r\n");
    return rig.peer().say(changed + body).rest();
  }

  @Test
  void server_sees_the_path_and_nothing_that_is_the_connectors() throws IOException {
    RawServer server = rig.answering(heads, OK);

    ask(
        server,
        "Accept: */*\r\nProxy-Authorization: Basic x\r\nProxy-Other: y\r\n"
            + "Connection: Upgrade, HTTP2-Settings, X-Hop, Host, Content-Length\r\n"
            + "Upgrade: h2c\r\nHTTP2-Settings: AAAA\r\nX-Hop: 1\r\nTE: trailers\r\n"
            + "Keep-Alive: 5\r\nContent-Length: 0\r\n");

    assertThat(heads)
        .containsExactly(
            "GET /a?b HTTP/1.1\r\nHost: partner.test:"
                + server.port()
                + "\r\nAccept: */*\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void empty_path_becomes_a_slash() throws IOException {
    RawServer server = rig.answering(heads, OK);
    String request = ConnectorRig.get(server.port(), rig.plain(server).token());

    rig.peer().say(request.replace("/a?b", "?b")).rest();

    assertThat(heads.get(0)).startsWith("GET /?b HTTP/1.1\r\n");
  }

  @Test
  void client_is_told_that_its_connection_ends_and_nothing_about_proxies() throws IOException {
    RawServer server =
        rig.answering(
            heads,
            "HTTP/1.1 407 Really\r\nX-A: 1\r\n folded\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                + "Connection: keep-alive\r\nKeep-Alive: 5\r\nContent-Length: 2\r\n\r\nok");

    assertThat(ask(server, ""))
        .isEqualTo(
            "HTTP/1.1 407 Really\r\nX-A: 1\r\n folded\r\nContent-Length: 2\r\n"
                + "Connection: close\r\n\r\nok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nok\r\n0\r\nX-T: 1\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
        "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
      })
  void answer_that_ends_beyond_doubt_leaves_the_connection_for_another(String answer)
      throws IOException {
    RawServer server = rig.answering(heads, answer);

    ask(server, "");
    ask(server, "");

    assertThat(heads).hasSize(2);
    assertThat(server.connections()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\n\n",
        "HTTP/1.1 200 OK\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
      })
  void answer_that_ends_in_doubt_takes_the_connection_with_it(String answer) throws IOException {
    RawServer server =
        rig.server(
            socket -> {
              heads.add(RawServer.head(socket.getInputStream()));
              socket.getOutputStream().write(RawServer.bytes(answer));
            });

    assertThat(ask(server, "")).startsWith(answer.substring(0, 12));
    ask(server, "");

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void answer_to_head_has_no_body() throws IOException {
    RawServer server = rig.answering(heads, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n");

    assertThat(ask(server, "HEAD", "", "")).endsWith("Connection: close\r\n\r\n");
    ask(server, "HEAD", "", "");

    assertThat(server.connections()).isOne();
  }

  @Test
  void body_of_the_request_passes_whole() throws Exception {
    CompletableFuture<String> body = new CompletableFuture<>();
    RawServer server =
        rig.server(
            socket -> {
              RawServer.head(socket.getInputStream());
              body.complete(RawServer.text(socket.getInputStream(), 1_000_000));
              socket.getOutputStream().write(RawServer.bytes(OK));
            });

    String said = ask(server, "POST", "Content-Length: 1000000\r\n", "y".repeat(1_000_000));

    assertThat(said).endsWith("ok");
    assertThat(body.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("y".repeat(1_000_000));
  }

  @Test
  void early_answer_arrives_although_the_body_is_still_sent() throws IOException {
    RawServer server =
        rig.server(
            socket -> {
              RawServer.head(socket.getInputStream());
              socket.getOutputStream().write(RawServer.bytes(OK));
              socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            });
    String request = ConnectorRig.get(server.port(), rig.plain(server).token());
    ConnectorRig.Peer peer =
        rig.peer().say(request.replace("\r\n\r\n", "\r\nContent-Length: 1000000\r\n\r\n"));

    peer.say("z".repeat(500_000));

    assertThat(peer.rest()).endsWith("ok");
    ask(server, "");
    assertThat(server.connections()).as("half a request is no end").isEqualTo(2);
  }

  @Test
  void switched_protocol_is_refused() throws IOException {
    RawServer server = rig.answering(heads, "HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n");

    assertThat(endOf(server)).isEmpty();
  }

  @Test
  void interim_answers_without_end_are_refused() throws IOException {
    RawServer server = rig.answering(heads, "HTTP/1.1 102 Wait\r\n\r\n".repeat(33));

    assertThat(endOf(server)).isEmpty();
  }

  @Test
  void head_without_end_is_refused() throws IOException {
    RawServer server =
        rig.answering(heads, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(400_000) + "\r\n\r\n");

    assertThat(endOf(server)).isEmpty();
  }

  /** What is said until the end or a reset. */
  private String endOf(RawServer server) throws IOException {
    try {
      return ask(server, "");
    } catch (java.net.SocketException reset) {
      return "";
    }
  }

  @Test
  void waiting_connection_serves_only_who_may_use_its_address() throws IOException {
    RawServer server = rig.answering(heads, OK);
    ask(server, "");
    Ticket elsewhere =
        rig.ticket(
            false,
            server.port(),
            new java.net.InetSocketAddress(
                java.net.InetAddress.getByName("127.0.0.9"), server.port()));

    String said = rig.peer().say(ConnectorRig.get(server.port(), elsewhere.token())).rest();

    assertThat(said).startsWith("HTTP/1.1 502");
    assertThat(heads).hasSize(1);
  }

  @Test
  void waiting_connection_that_the_server_closed_is_not_used() throws Exception {
    RawServer server =
        rig.server(
            socket -> {
              heads.add(RawServer.head(socket.getInputStream()));
              socket.getOutputStream().write(RawServer.bytes(OK));
            });
    ask(server, "");
    rig.settle();

    assertThat(ask(server, "")).endsWith("ok");
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void waiting_connection_ends_after_a_while() throws Exception {
    CompletableFuture<Integer> end = new CompletableFuture<>();
    RawServer server =
        rig.server(
            socket -> {
              RawServer.head(socket.getInputStream());
              socket.getOutputStream().write(RawServer.bytes(OK));
              end.complete(socket.getInputStream().read());
            });
    ask(server, "");

    rig.pass(IdleServers.PATIENCE.plus(Duration.ofMillis(1)));

    assertThat(end.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(-1);
  }
}
