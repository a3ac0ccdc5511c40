package io.egressrules.examples.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Turns offsets of bytes into lines and columns, reading the bytes once from the first. */
final class Positions {
  private final Deque<Long> asked;
  private final Map<Long, Position> answers = new HashMap<>();
  private long offset;
  private long line = Position.START.line();
  private long column = Position.START.column();

  private Positions(Collection<Long> offsets) {
    asked = new ArrayDeque<>(new TreeSet<>(offsets));
  }

  /**
   * The positions of some offsets.
   *
   * @param in the bytes, read to the last of the offsets
   * @return a position for each; what is beyond the end is at the end
   */
  static Map<Long, Position> of(InputStream in, Collection<Long> offsets) throws IOException {
    Positions positions = new Positions(offsets);
    byte[] chunk = new byte[FileInspection.CHUNK];
    int length = 0;
    while (!positions.asked.isEmpty() && length >= 0) {
      length = in.read(chunk);
      positions.pass(chunk, length);
    }
    while (!positions.asked.isEmpty()) {
      positions.answer();
    }
    return positions.answers;
  }

  private void pass(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      if (!asked.isEmpty() && asked.element() == offset) {
        answer();
      }
      pass(chunk[i]);
    }
  }

  private void pass(byte octet) {
    offset++;
    if (octet == '\n') {
      line++;
      column = Position.START.column();
    } else if (!continues(octet)) {
      column++;
    }
  }

  /** Whether an octet of UTF-8 is not the first of its code point (RFC 3629 section 3). */
  private static boolean continues(byte octet) {
    return (octet & 0xc0) == 0x80;
  }

  private void answer() {
    answers.put(asked.remove(), new Position(line, column));
  }
}
