package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.engine.client.Street;
import io.egressrules.engine.client.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of every form pass the connector as they would pass without it. */
class GuardedMessagesTest {
  private final Guards guards = new Guards();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    guards.close();
  }

  private static RawServer server(String scheme, RawServer.Talk talk) throws IOException {
    return scheme.equals("https")
        ? RawServer.secure(
            Street.PARTNER, 0, TestCertificate.ofPartner().context(), "http/1.1", talk)
        : RawServer.open(Street.PARTNER, talk);
  }

  /** A server that answers each request with the same bytes and then goes away. */
  private RawServer answering(String scheme, String answer) throws IOException {
    return server(
        scheme,
        socket -> {
          heads.add(RawServer.head(socket.getInputStream()));
          say(socket, answer);
        });
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(RawServer.bytes(text));
    socket.getOutputStream().flush();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return guards
        .client(builder -> builder.version(HttpClient.Version.HTTP_1_1), guards.guard().build())
        .send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void body_waits_for_the_server_to_continue(String scheme) throws Exception {
    RawServer.Talk careful =
        socket -> {
          heads.add(RawServer.head(socket.getInputStream()));
          assertThat(socket.getInputStream().available()).isZero();
          say(socket, "HTTP/1.1 100 Continue\r\n\r\n");
          String body = RawServer.text(socket.getInputStream(), 4);
          say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + body);
        };
    try (RawServer server = server(scheme, careful)) {
      HttpRequest.Builder request =
          Guards.to(scheme, server.port(), "/")
              .expectContinue(true)
              .POST(BodyPublishers.ofString("data"));

      assertThat(send(request).body()).isEqualTo("data");
      assertThat(heads.get(0)).containsIgnoringCase("Expect: 100-continue");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void answer_to_head_has_a_length_and_no_body(String scheme) throws Exception {
    try (RawServer server = answering(scheme, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")) {
      HttpResponse<String> response =
          send(Guards.to(scheme, server.port(), "/").method("HEAD", BodyPublishers.noBody()));

      assertThat(response.headers().firstValue("content-length")).contains("1000");
      assertThat(response.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void answer_without_content_has_none(String scheme) throws Exception {
    try (RawServer server = answering(scheme, "HTTP/1.1 204 No Content\r\n\r\n")) {
      assertThat(send(Guards.to(scheme, server.port(), "/")).statusCode()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void chunked_answer_with_trailers_arrives(String scheme) throws Exception {
    String answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
            + "3;name=value\r\nabc\r\nA\r\ndefghijklm\r\n0\r\nX-Sum: 1\r\n\r\n";
    try (RawServer server = answering(scheme, answer)) {
      assertThat(send(Guards.to(scheme, server.port(), "/")).body()).isEqualTo("abcdefghijklm");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void answer_that_ends_with_its_connection_arrives(String scheme) throws Exception {
    try (RawServer server = answering(scheme, "HTTP/1.1 200 OK\r\n\r\nto the end")) {
      assertThat(send(Guards.to(scheme, server.port(), "/")).body()).isEqualTo("to the end");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void answer_that_is_cut_off_does_not_look_whole(String scheme) throws Exception {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
    try (RawServer server = answering(scheme, half)) {
      HttpRequest.Builder request = Guards.to(scheme, server.port(), "/");

      assertThatThrownBy(() -> send(request)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void bodies_of_unstated_length_pass_both_ways(String scheme) throws Exception {
    int size = 4 << 20;
    RawServer.Talk counting =
        socket -> {
          RawServer.head(socket.getInputStream());
          int received = chunked(socket.getInputStream());
          say(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + "y".repeat(received));
        };
    try (RawServer server = server(scheme, counting)) {
      HttpRequest.Builder request =
          Guards.to(scheme, server.port(), "/")
              .POST(
                  BodyPublishers.ofInputStream(
                      () -> new java.io.ByteArrayInputStream(new byte[size])));

      assertThat(send(request).body()).hasSize(size);
    }
  }

  /** How long a chunked body is. */
  private static int chunked(InputStream in) throws IOException {
    int total = 0;
    while (true) {
      StringBuilder size = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        size.append((char) next);
      }
      int length = Integer.parseInt(size.toString().strip(), 16);
      in.readNBytes(length + 2);
      if (length == 0) {
        return total;
      }
      total += length;
    }
  }
}
