package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No second request hides in a first one, whatever the first looks like. */
class ConnectorSmugglingTest {
  private static final String SECOND = "GET /second HTTP/1.1\r\nHost: x\r\n\r\n";
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

  private static String replace(String request, String part, String by) {
    assertThat(request).contains(part);
    return request.replace(part, by);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\nContent-Length: 5",
        "Content-Length: 5\nContent-Length: 5",
        "Content-Length: 5\ncontent-length: 0",
        "Content-Length: 5, 5",
        "Content-Length: +5",
        "Content-Length: -5",
        "Content-Length: 0x5",
        "Content-Length: 5 5",
        "Content-Length:",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: chunked\nTransfer-Encoding: chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding\u000b: chunked",
        " Transfer-Encoding: chunked",
        "X: y\n folded",
        "X: a\u0000b",
        "X: a\rb",
        "no colon",
        ": no name",
        "Host: other.test",
        "Host: partner.test"
      })
  void request_that_could_be_read_in_two_ways_is_refused(String fields) throws IOException {
    RawServer server = rig.server(socket -> {});
    String request = ConnectorRig.get(server.port(), rig.plain(server).token());
    String sent = replace(request, "\r\n\r\n", "\r\n" + fields.replace("\n", "\r\n") + "\r\n\r\n");

    assertThat(rig.peer().say(sent + "0\r\n\r\n" + SECOND).rest()).startsWith("HTTP/1.1 400");
    assertThat(server.connections()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' HTTP/1.1' | ' HTTP/1.0'",
        "' HTTP/1.1' | ' http/1.1'",
        "' HTTP/1.1' | ''",
        "' HTTP/1.1' | ' x HTTP/1.1'",
        "'GET ' | 'GET\t'",
        "'GET ' | 'G(T '",
        "'http://' | 'https://'",
        "'http://' | 'HTTP://'",
        "'http://' | '/'",
        "'http://' | 'http://user@'",
        "'http://partner.test' | 'http://'",
        "'Host: partner.test' | 'X-Host: partner.test'",
        "'Host: partner.test' | 'Host: other.test'",
        "'Host: partner.test:' | 'Host: partner.test:0'"
      })
  void request_line_and_host_must_be_beyond_doubt(String part, String by) throws IOException {
    RawServer server = rig.server(socket -> {});
    String request = ConnectorRig.get(server.port(), rig.plain(server).token());

    assertThat(rig.peer().say(replace(request, part, by)).rest()).startsWith("HTTP/1.1 40");
    assertThat(server.connections()).isZero();
  }

  @Test
  void lines_end_in_carriage_return_and_line_feed() throws IOException {
    RawServer server = rig.server(socket -> {});
    String request = ConnectorRig.get(server.port(), rig.plain(server).token());

    assertThat(rig.peer().say(request.replace("\r\n", "\n")).rest()).startsWith("HTTP/1.1 400");
    assertThat(rig.peer().say(request.replaceFirst("\r\n", "\n")).rest())
        .startsWith("HTTP/1.1 400");
    assertThat(server.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: y\n\n",
        "Content-Length: 3\n\nabc",
        "Transfer-Encoding: chunked\n\n3\nabc\n0\n\n",
        "Transfer-Encoding: chunked\n\n3\nabc\n0\nX-Trailer: 1\n\n",
      })
  void request_behind_a_request_does_not_arrive(String rest) throws Exception {
    CompletableFuture<String> arrived = new CompletableFuture<>();
    RawServer server =
        rig.server(
            socket -> {
              StringBuilder all = new StringBuilder();
              try {
                for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                  all.append((char) next);
                }
              } catch (IOException reset) {
                all.append("(reset)");
              }
              arrived.complete(all.toString());
            });
    String request = ConnectorRig.get(server.port(), rig.plain(server).token());
    String first = replace(request, "\r\n\r\n", "\r\n" + rest.replace("\n", "\r\n"));

    rig.peer().say(first + SECOND);

    assertThat(arrived.get(PATIENCE, TimeUnit.SECONDS)).doesNotContain("second");
  }

  @Test
  void request_sent_after_the_answer_does_not_arrive() throws Exception {
    List<String> heads = new java.util.concurrent.CopyOnWriteArrayList<>();
    RawServer server = rig.answering(heads, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    String request = ConnectorRig.get(server.port(), rig.plain(server).token());
    ConnectorRig.Peer peer = rig.peer().say(request);
    peer.head();
    peer.hear(2);

    peer.say(request);

    assertThat(peer.rest()).isEmpty();
    rig.settle();
    assertThat(heads).hasSize(1);
  }
}
