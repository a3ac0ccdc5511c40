package io.egressrules.engine.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link PackedWriter} wrote, and nothing behind the end: bytes that are no such
 * writing are refused, and nothing is allocated that they do not fill. Not safe for use by several
 * threads.
 */
public final class PackedReader {
  private static final int MORE = 0x80;
  private static final int LAST_SHIFT = 28;

  private final byte[] bytes;
  private final int end;
  private int at;

  /**
   * A reader of all bytes of an array.
   *
   * @param bytes the bytes, which nobody changes
   */
  public PackedReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /**
   * A reader of a part of an array.
   *
   * @param bytes the bytes, which nobody changes
   * @param start the place of the first byte
   * @param end the place behind the last byte
   */
  public PackedReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /**
   * Reads a number.
   *
   * @return at least 0
   * @throws IllegalArgumentException if there is none
   */
  public int number() {
    int octet = octet();
    int value = octet & ~MORE;
    for (int shift = 7; octet >= MORE; shift += 7) {
      octet = octet();
      if (shift > LAST_SHIFT || (shift == LAST_SHIFT && octet > 7)) {
        throw new IllegalArgumentException("a number is too large");
      }
      value |= (octet & ~MORE) << shift;
    }
    return value;
  }

  /**
   * Reads a number that stands for one of several things.
   *
   * @param count how many things there are
   * @return 0 to {@code count - 1}
   * @throws IllegalArgumentException if there is none
   */
  public int number(int count) {
    int number = number();
    if (number >= count) {
      throw new IllegalArgumentException("a number stands for nothing");
    }
    return number;
  }

  /**
   * Reads how many things follow.
   *
   * @return no more than there are bytes left, since each takes one
   * @throws IllegalArgumentException if there is no such number
   */
  public int size() {
    return number(end - at + 1);
  }

  /**
   * Reads one byte.
   *
   * @return 0 to 255
   * @throws IllegalArgumentException if there is none
   */
  public int octet() {
    if (at >= end) {
      throw new IllegalArgumentException("the bytes end too early");
    }
    return bytes[at++] & 0xff;
  }

  /**
   * Reads a number of fixed width.
   *
   * @param octets how many bytes, 1 to 8
   * @return the number
   * @throws IllegalArgumentException if there are fewer bytes
   */
  public long fixed(int octets) {
    long value = 0;
    for (int i = 0; i < octets; i++) {
      value = value << 8 | octet();
    }
    return value;
  }

  /**
   * Reads a text.
   *
   * @return the text
   * @throws IllegalArgumentException if there is none
   */
  public String text() {
    int start = skip();
    return new String(bytes, start, at - start, StandardCharsets.UTF_8);
  }

  /**
   * Passes a text or bytes, which then lie before {@link #place()}.
   *
   * @return how many bytes they are
   * @throws IllegalArgumentException if there are fewer than are promised
   */
  public int pass() {
    int start = skip();
    return at - start;
  }

  /**
   * Where the next byte is.
   *
   * @return a place in the array that is read
   */
  public int place() {
    return at;
  }

  /**
   * Reads bytes.
   *
   * @return a copy
   * @throws IllegalArgumentException if there are fewer than are promised
   */
  public byte[] bytes() {
    int start = skip();
    return Arrays.copyOfRange(bytes, start, at);
  }

  private int skip() {
    int length = size();
    if (length > end - at) {
      throw new IllegalArgumentException("the bytes end too early");
    }
    at += length;
    return at - length;
  }

  /**
   * Whether everything is read.
   *
   * @return false when bytes are left
   */
  public boolean isAtEnd() {
    return at == end;
  }
}
