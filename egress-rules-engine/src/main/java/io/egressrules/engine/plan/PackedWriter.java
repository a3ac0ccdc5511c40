package io.egressrules.engine.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Appends numbers and texts to an array of bytes that grows. Not safe for use by several threads.
 *
 * <p>A number is written in groups of seven bits, the lowest first; the eighth bit says that more
 * follow (LEB128). A text is its length in bytes, and its UTF-8.
 */
public final class PackedWriter {
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[256];
  private int length;

  /** A writer that has written nothing. */
  public PackedWriter() {}

  /**
   * Writes a number.
   *
   * @param value at least 0
   * @return this writer
   */
  public PackedWriter number(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("a packed number is not negative");
    }
    int rest = value;
    while (rest >= MORE) {
      octet(rest | MORE);
      rest >>>= 7;
    }
    return octet(rest);
  }

  /**
   * Writes one byte.
   *
   * @param value of which the lowest eight bits count
   * @return this writer
   */
  public PackedWriter octet(int value) {
    makeRoom(1);
    bytes[length++] = (byte) value;
    return this;
  }

  /**
   * Writes the lowest bits of a number in a fixed width, the highest byte first.
   *
   * @param value the number
   * @param octets how many bytes, 1 to 8
   * @return this writer
   */
  public PackedWriter fixed(long value, int octets) {
    for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
      octet((int) (value >>> shift));
    }
    return this;
  }

  /**
   * Writes a text.
   *
   * @param text any text
   * @return this writer
   */
  public PackedWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes behind their number.
   *
   * @param added the bytes
   * @return this writer
   */
  public PackedWriter bytes(byte[] added) {
    number(added.length);
    makeRoom(added.length);
    System.arraycopy(added, 0, bytes, length, added.length);
    length += added.length;
    return this;
  }

  private void makeRoom(int more) {
    if (bytes.length - length < more) {
      int wanted = Math.addExact(length, more);
      bytes = Arrays.copyOf(bytes, Math.max(wanted, wanted + (wanted >> 1)));
    }
  }

  /**
   * What has been written.
   *
   * @return a copy
   */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
