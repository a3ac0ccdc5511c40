package io.egressrules.dlp.scan;

import java.util.Arrays;

/**
 * The last bytes of a text: at least the last {@link #KEPT}, so that a match of the greatest length
 * can be looked at. The array is as long as the first piece of the text, or as it will ever be.
 * Places are indexes into the array until {@link #append} is called, and offsets into the text for
 * good.
 */
final class Text {
  /** How long a match may be, in bytes. */
  static final int REACH = 16 * 1024;

  /** What is kept is more than a match: context on its left, and characters that are cut. */
  private static final int KEPT = REACH + 1024;

  private static final int CAPACITY = 32 * 1024;
  private static final int SMALLEST = 256;

  private byte[] bytes = new byte[0];
  private int end;
  private long base;
  private int settled;
  private boolean ended;

  /** Takes as many bytes as there is room for; returns how many, at least one. */
  int append(byte[] from, int offset, int length) {
    if (end == CAPACITY) {
      System.arraycopy(bytes, end - KEPT, bytes, 0, KEPT);
      base += end - KEPT;
      end = KEPT;
    }
    int taken = Math.min(length, CAPACITY - end);
    if (end + taken > bytes.length) {
      bytes = Arrays.copyOf(bytes, end == 0 ? Math.max(taken, SMALLEST) : CAPACITY);
    }
    System.arraycopy(from, offset, bytes, end, taken);
    end += taken;
    settled = Utf8.settled(bytes, 0, end);
    return taken;
  }

  /** Says that no more text follows. */
  void close() {
    ended = true;
    settled = end;
  }

  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  /** Where the characters end that are known for sure. */
  int settled() {
    return settled;
  }

  boolean hasEnded() {
    return ended;
  }

  long offset(int index) {
    return base + index;
  }

  /** The index of an offset; 0 for what is no longer kept. */
  int index(long offset) {
    return (int) Math.max(0, offset - base);
  }

  /** The code point before an index; {@link Boundary#NONE} at the begin. */
  int before(int index) {
    return index == 0 ? Boundary.NONE : Utf8.codePoint(Utf8.before(bytes, index, 0));
  }

  /** The code point at an index; {@link Boundary#NONE} at the end. */
  int after(int index) {
    return index == end ? Boundary.NONE : Utf8.codePoint(Utf8.after(bytes, index, end));
  }

  /** The bits of {@link Boundary} that hold at an index. */
  int boundary(int index) {
    return Boundary.between(before(index), after(index));
  }
}
