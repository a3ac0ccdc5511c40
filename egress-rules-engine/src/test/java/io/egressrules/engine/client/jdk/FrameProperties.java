package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Where a message ends does not depend on how its bytes come in. */
class FrameProperties {
  private static final String BEHIND = "\r\nGET / HTTP/1.1\r\n\r\n0\r\n\r\n";

  @Property
  void chunked_body_ends_where_it_was_written_to_end(
      @ForAll @Size(max = 5) List<@StringLength(min = 1, max = 40) String> chunks,
      @ForAll("lines") String extension,
      @ForAll @Size(max = 2) List<@IntRange(min = 1, max = 9) Integer> trailers,
      @ForAll @IntRange(min = 1, max = 50) int step)
      throws ProtocolException {
    String body = written(chunks, extension, trailers);

    assertThat(end(new ChunkedFrame(), body + BEHIND, step)).isEqualTo(body.length());
  }

  @Property
  void body_of_a_length_ends_there(
      @ForAll @IntRange(max = 200) int length, @ForAll @IntRange(min = 1, max = 50) int step)
      throws ProtocolException {
    String body = "x".repeat(length);

    assertThat(end(LengthFrame.parse("" + length), body + BEHIND, step)).isEqualTo(length);
  }

  @Property
  void answer_passes_alike_however_it_is_cut(
      @ForAll("answers") String answer, @ForAll @IntRange(min = 1, max = 40) int step)
      throws ProtocolException {
    assertThat(passed(answer, step)).isEqualTo(passed(answer, answer.length()));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> answers() {
    return Arbitraries.of(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n",
        "HTTP/1.1 200 OK\r\nX: 1\r\n folded\r\n\r\nto the end",
        "HTTP/1.0 200\nConnection: close\n\nto the end",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and what nobody asked for");
  }

  private static String written(List<String> chunks, String extension, List<Integer> trailers) {
    StringBuilder body = new StringBuilder();
    for (String chunk : chunks) {
      int size = chunk.length();
      body.append(Integer.toHexString(size)).append(extension.isEmpty() ? "" : ";" + extension);
      // One byte for a character, whatever it is.
      body.append("\r\n").append("\n".repeat(size)).append("\r\n");
    }
    body.append("00\r\n");
    trailers.forEach(name -> body.append("X-").append(name).append(": y\r\n"));
    return body.append("\r\n").toString();
  }

  /** How many bytes a frame takes for its own when they come in steps. */
  private static int end(BodyFrame frame, String text, int step) throws ProtocolException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int own = 0;
    for (int at = 0; at < bytes.length; at += step) {
      ByteBuffer part = ByteBuffer.wrap(bytes, at, Math.min(step, bytes.length - at));
      own += frame.follow(part);
      assertThat(part.position()).as("nothing is taken").isEqualTo(at);
    }
    assertThat(frame.isComplete()).isTrue();
    return own;
  }

  private static String passed(String answer, int step) throws ProtocolException {
    PlainAnswer stage = new PlainAnswer(false, false);
    byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += step) {
      ByteBuffer passed = stage.pass(ByteBuffer.wrap(bytes, at, Math.min(step, bytes.length - at)));
      byte[] copy = new byte[passed.remaining()];
      passed.get(copy);
      out.writeBytes(copy);
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }
}
