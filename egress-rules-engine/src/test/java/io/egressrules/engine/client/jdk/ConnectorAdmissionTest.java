package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector is no open relay: nothing is dialled without a live ticket for just that. */
class ConnectorAdmissionTest {
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final List<String> heads = new CopyOnWriteArrayList<>();
  private ConnectorRig rig;
  private RawServer server;

  @BeforeEach
  void open() throws IOException {
    rig = new ConnectorRig();
    server = rig.answering(heads, ANSWER);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void assertRefused(String request, String status) throws IOException {
    assertThat(rig.peer().say(request).rest())
        .startsWith("HTTP/1.1 " + status)
        .contains("Connection: close");
    assertThat(server.connections()).isZero();
  }

  @Test
  void listens_on_the_loopback_interface_only() {
    assertThat(rig.connector.address().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void request_without_a_ticket_is_refused() throws IOException {
    int port = server.port();
    assertRefused(
        "CONNECT partner.test:%d HTTP/1.1\r\nHost: partner.test:%d\r\n\r\n".formatted(port, port),
        "403");
    assertRefused(
        "GET http://partner.test:%d/ HTTP/1.1\r\nHost: partner.test:%d\r\n\r\n"
            .formatted(port, port),
        "403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "00000000000000000000000000000000"})
  void token_that_was_not_issued_is_refused(String token) throws IOException {
    rig.tunnel(server);

    assertRefused(ConnectorRig.connect(server.port(), token), "403");
  }

  @Test
  void withdrawn_ticket_is_refused() throws IOException {
    Ticket ticket = rig.tunnel(server);
    rig.connector.withdraw(ticket);

    assertRefused(ConnectorRig.connect(server.port(), ticket.token()), "403");
  }

  @Test
  void ticket_shown_twice_is_refused() throws IOException {
    String request = ConnectorRig.connect(server.port(), rig.tunnel(server).token());
    String twice = request.replace(Ticket.FIELD, Ticket.FIELD + ": x\r\n" + Ticket.FIELD);

    assertRefused(twice, "400");
  }

  @Test
  void ticket_leads_to_its_own_destination_only() throws IOException {
    String request = ConnectorRig.connect(server.port(), rig.tunnel(server).token());

    assertRefused(request.replace("partner.test", "other.test"), "403");
    assertRefused(request.replace("partner.test", "PARTNER.test"), "403");
    assertRefused(request.replace(":" + server.port(), ":1"), "403");
    assertRefused(request.replaceFirst("partner", "other"), "400");
  }

  @Test
  void ticket_for_a_tunnel_is_none_for_a_plain_request() throws IOException {
    assertRefused(ConnectorRig.get(server.port(), rig.tunnel(server).token()), "403");
  }

  @Test
  void ticket_for_a_plain_request_is_none_for_a_tunnel() throws IOException {
    assertRefused(ConnectorRig.connect(server.port(), rig.plain(server).token()), "403");
  }

  @Test
  void ticket_that_was_withdrawn_while_it_was_dialled_is_not_used() throws IOException {
    Ticket ticket = rig.tunnel(server);
    rig.connector.withdraw(ticket);

    assertThat(ticket.opened(null)).isFalse();
  }

  @Test
  void who_says_nothing_is_not_waited_for() throws IOException {
    ConnectorRig.Peer silent = rig.peer();
    ConnectorRig.Peer slow = rig.peer().say("CONNECT partner.test:1 HTTP/1.1\r\nHost: par");

    rig.pass(Arrival.PATIENCE.plus(Duration.ofMillis(1)));

    assertThat(ended(silent)).isTrue();
    assertThat(ended(slow)).isTrue();
  }

  private static boolean ended(ConnectorRig.Peer peer) {
    try {
      return peer.in().read() < 0;
    } catch (IOException reset) {
      return reset.getMessage().contains("reset");
    }
  }

  @Test
  void crowd_without_tickets_does_not_shut_out_for_ever() throws IOException {
    ConnectorRig.Peer silent = rig.peer();
    for (int i = 1; i < Reception.CROWD; i++) {
      rig.peer();
    }
    ConnectorRig.Peer late =
        rig.peer().say(ConnectorRig.connect(server.port(), rig.tunnel(server).token()));

    rig.nanos.addAndGet(Arrival.PATIENCE.plusMillis(1).toNanos());
    silent.say("C");

    assertThat(late.head()).startsWith("HTTP/1.1 200");
  }
}
