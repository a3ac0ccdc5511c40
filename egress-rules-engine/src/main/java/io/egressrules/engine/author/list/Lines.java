package io.egressrules.engine.author.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Cuts bytes into lines of strict UTF-8 and holds no more than one line. Not safe for use by
 * several threads.
 */
final class Lines {
  /** The longest line, in bytes. */
  static final int LONGEST = 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] line = new byte[LONGEST + 1];
  private int at;
  private int end;
  private int length;
  private int number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false when there is none. */
  boolean next() throws IOException {
    number++;
    length = 0;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      byte b = buffer[at++];
      if (b == '\n') {
        return true;
      }
      if (length <= LONGEST) {
        line[length++] = b;
      }
    }
    return any;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = in.read(buffer);
    return end > 0;
  }

  /** The number of the line, from 1. */
  int number() {
    return number;
  }

  /** Whether the line is longer than {@link #LONGEST}; its text is then cut. */
  boolean isTooLong() {
    return length > LONGEST;
  }

  /** The line without its end. */
  String text() throws CharacterCodingException {
    int shown = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    for (int i = 0; i < shown; i++) {
      if (line[i] < 0) {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(line, 0, shown))
            .toString();
      }
    }
    return new String(line, 0, shown, StandardCharsets.US_ASCII);
  }
}
