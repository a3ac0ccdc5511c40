package io.egressrules.engine.client.jdk;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Collects the bytes of one message head, up to and with the empty line that ends it (RFC 9112
 * section 2.1).
 */
final class HeadBuffer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final int limit;
  private boolean lineIsEmpty;
  private boolean complete;

  /**
   * A buffer without bytes.
   *
   * @param limit the bytes that a head may have
   */
  HeadBuffer(int limit) {
    this.limit = limit;
  }

  /**
   * Takes bytes up to the end of the head and leaves the others.
   *
   * @return whether the head is complete
   * @throws ProtocolException if the head is too long
   */
  boolean take(ByteBuffer from) throws ProtocolException {
    while (!complete && from.hasRemaining()) {
      byte next = from.get();
      bytes.write(next);
      if (next == '\n') {
        complete = lineIsEmpty;
        lineIsEmpty = true;
      } else if (next != '\r') {
        lineIsEmpty = false;
      }
    }
    if (bytes.size() > limit) {
      throw new ProtocolException("message head too long");
    }
    return complete;
  }

  /** The head, every byte one character. */
  String text() {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
