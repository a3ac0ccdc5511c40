package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is tunnelled passes as it is, and ends as it ended. */
class ConnectorTunnelTest {
  private static final int PATIENCE = 20;

  private ConnectorRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new ConnectorRig();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  /** A client whose tunnel is open. */
  private ConnectorRig.Peer tunnelled(RawServer server) throws IOException {
    ConnectorRig.Peer peer =
        rig.peer().say(ConnectorRig.connect(server.port(), rig.tunnel(server).token()));
    assertThat(peer.head()).isEqualTo("HTTP/1.1 200 OK\r\n\r\n");
    return peer;
  }

  @Test
  void bytes_pass_both_ways_as_they_are() throws IOException {
    RawServer echo =
        rig.server(socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
    ConnectorRig.Peer peer = tunnelled(echo);

    peer.say("GET / HTTP/1.1\r\nProxy-Egress-Ticket: mine\r\n\r\n\0\r");

    assertThat(peer.hear(47)).isEqualTo("GET / HTTP/1.1\r\nProxy-Egress-Ticket: mine\r\n\r\n\0\r");
  }

  @Test
  void big_stream_passes_whole_although_both_sides_are_slow_by_turns() throws Exception {
    int size = 64 << 20;
    CompletableFuture<Long> received = new CompletableFuture<>();
    RawServer sink =
        rig.server(
            socket -> {
              long count = 0;
              for (byte[] part = socket.getInputStream().readNBytes(99_991);
                  part.length > 0;
                  part = socket.getInputStream().readNBytes(99_991)) {
                count += part.length;
              }
              received.complete(count);
              socket.getOutputStream().write(new byte[size]);
            });
    ConnectorRig.Peer peer = tunnelled(sink);

    peer.socket.getOutputStream().write(new byte[size]);
    peer.socket.shutdownOutput();

    assertThat(received.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(size);
    assertThat(peer.in().readAllBytes()).hasSize(size);
  }

  @Test
  void end_of_the_server_ends_the_client_and_what_it_said_last_arrives() throws IOException {
    RawServer server = rig.server(socket -> socket.getOutputStream().write(RawServer.bytes("bye")));

    assertThat(tunnelled(server).rest()).isEqualTo("bye");
  }

  @Test
  void end_of_the_client_ends_the_server() throws Exception {
    CompletableFuture<Integer> end = new CompletableFuture<>();
    RawServer server = rig.server(socket -> end.complete(socket.getInputStream().read()));

    tunnelled(server).close();

    assertThat(end.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(-1);
  }

  @Test
  void reset_by_the_server_does_not_look_like_an_end() throws IOException {
    RawServer server =
        rig.server(
            socket -> {
              socket.getInputStream().read();
              socket.setSoLinger(true, 0);
            });
    ConnectorRig.Peer peer = tunnelled(server).say("x");

    assertThatThrownBy(peer::rest).isInstanceOf(SocketException.class);
  }

  @Test
  void half_open_server_is_not_waited_for_without_end() throws Exception {
    CompletableFuture<Socket> held = new CompletableFuture<>();
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    RawServer server =
        rig.server(
            socket -> {
              held.complete(socket);
              socket.getInputStream().read();
              // Told that the client is gone, and yet it stays.
              ended.complete(0);
              new CompletableFuture<Void>().get(PATIENCE, TimeUnit.SECONDS);
            });
    ConnectorRig.Peer peer = tunnelled(server);
    peer.socket.shutdownOutput();
    ended.get(PATIENCE, TimeUnit.SECONDS);

    rig.pass(Relay.LINGER.plusMillis(1));

    assertThatThrownBy(() -> assertThat(peer.in().read()).isNotNegative())
        .satisfiesAnyOf(
            end -> assertThat(end).isInstanceOf(AssertionError.class),
            end -> assertThat(end).isInstanceOf(SocketException.class));
  }

  @Test
  void second_address_is_tried_when_the_first_does_not_answer() throws IOException {
    RawServer server =
        rig.server(socket -> socket.getOutputStream().write(RawServer.bytes("here")));
    InetSocketAddress nobody =
        new InetSocketAddress(InetAddress.getByName("127.0.0.9"), server.port());
    Ticket ticket = rig.ticket(true, server.port(), nobody, server.address());

    ConnectorRig.Peer peer = rig.peer().say(ConnectorRig.connect(server.port(), ticket.token()));

    assertThat(peer.head()).startsWith("HTTP/1.1 200");
    assertThat(peer.rest()).isEqualTo("here");
    assertThat(ticket.failure()).isNull();
  }

  @Test
  void refused_connection_is_reported_and_noted() throws IOException {
    RawServer closed = rig.server(socket -> {});
    Ticket ticket = rig.tunnel(closed);
    closed.close();

    assertThat(rig.peer().say(ConnectorRig.connect(closed.port(), ticket.token())).rest())
        .startsWith("HTTP/1.1 502");
    assertThat(ticket.failure())
        .isInstanceOf(ConnectException.class)
        .hasMessage("cannot connect to partner.test:" + closed.port());
  }

  @Test
  void deaf_address_has_its_share_of_the_time_and_no_more() throws IOException {
    try (DeafServer deaf = new DeafServer("127.0.0.2")) {
      Ticket ticket = rig.ticket(true, deaf.port(), deaf.address());
      ConnectorRig.Peer peer = rig.peer().say(ConnectorRig.connect(deaf.port(), ticket.token()));
      rig.pass(Duration.ofSeconds(10).plusMillis(1));

      assertThat(peer.rest()).startsWith("HTTP/1.1 502");
      assertThat(ticket.failure()).isInstanceOf(HttpConnectTimeoutException.class);
    }
  }

  @Test
  void close_ends_every_tunnel_and_the_listening() throws IOException {
    CompletableFuture<Void> forever = new CompletableFuture<>();
    ConnectorRig.Peer peer =
        tunnelled(rig.server(socket -> forever.get(PATIENCE, TimeUnit.SECONDS)));

    rig.connector.close();

    assertThatThrownBy(() -> assertThat(peer.in().read()).isNotNegative())
        .isInstanceOfAny(AssertionError.class, SocketException.class);
    rig.awaitClosed();
  }

  @Test
  void drained_connector_keeps_its_tunnels_and_takes_no_more() throws IOException {
    RawServer echo =
        rig.server(socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
    ConnectorRig.Peer peer = tunnelled(echo);

    rig.connector.drain();

    rig.awaitClosed();
    assertThat(peer.say("still").hear(5)).isEqualTo("still");
  }
}
