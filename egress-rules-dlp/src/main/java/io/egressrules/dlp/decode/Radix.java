package io.egressrules.dlp.decode;

import java.util.Arrays;

/**
 * An encoding of bytes as digits of a base that is a power of two (RFC 4648): a unit of some digits
 * stands for whole bytes.
 */
final class Radix {
  /** Base64, of both alphabets. */
  static final Radix BASE64 =
      new Radix(
          Encoding.BASE64,
          Marks.BASE64,
          6,
          true,
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

  /** Base32, in both cases. */
  static final Radix BASE32 =
      new Radix(
          Encoding.BASE32,
          Marks.BASE32,
          5,
          false,
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
          "abcdefghijklmnopqrstuvwxyz234567");

  /** Hexadecimal, in both cases. */
  static final Radix HEX =
      new Radix(Encoding.HEX, Marks.HEX, 4, true, "0123456789ABCDEF", "0123456789abcdef");

  private final Encoding encoding;
  private final int mark;
  private final int bits;
  private final int unit;
  private final byte[] values = new byte[256];
  private final byte[] alphabets = new byte[256];
  private final byte[] shifts;
  private final byte[] reach;
  private final long[] ascii;

  private Radix(Encoding encoding, int mark, int bits, boolean mixed, String... writings) {
    this.encoding = encoding;
    this.mark = mark;
    this.bits = bits;
    unit = bits == 6 ? 4 : bits == 5 ? 8 : 2;
    Arrays.fill(values, (byte) -1);
    for (int which = 0; which < writings.length; which++) {
      String writing = writings[which];
      for (int i = 0; i < writing.length(); i++) {
        values[writing.charAt(i)] = (byte) i;
        alphabets[writing.charAt(i)] |= (byte) (mixed ? 1 : 1 << which);
      }
    }
    ascii = new long[unit << bits];
    for (int i = 0; i < ascii.length; i++) {
      ascii[i] = lanes(i >> bits, i & ((1 << bits) - 1));
    }
    shifts = new byte[unit];
    reach = new byte[unit];
    for (int i = 0; i < unit; i++) {
      int spare = (i + 1) * bits % 8;
      boolean completes = (i + 1) * bits >= 8 && spare < bits;
      shifts[i] = (byte) (completes ? spare : -1);
      reach[i] = (byte) (completes ? i - ((i + 1) * bits - spare - 8) / bits : 0);
    }
  }

  Encoding encoding() {
    return encoding;
  }

  /** The mark of a run of its digits. */
  int mark() {
    return mark;
  }

  /** How many digits hold some bytes. */
  int digits(int bytes) {
    return (bytes * Byte.SIZE + bits - 1) / bits;
  }

  /**
   * For each alignment, in a byte of its own from the lowest, whether a digit lets the bytes be
   * ASCII: all bits, or none.
   */
  long ascii(int digit, int value) {
    return ascii[(digit & (unit - 1)) << bits | value];
  }

  private long lanes(int digit, int value) {
    long lanes = 0;
    for (int i = 0; i < unit; i++) {
      int before = ((digit - i) & (unit - 1)) * bits;
      int highest = (8 - before % 8) % 8;
      boolean ascii = highest >= bits || (value >> (bits - 1 - highest) & 1) == 0;
      lanes |= ascii ? 0xFFL << (i * 8) : 0;
    }
    return lanes;
  }

  /** How many bits a digit has. */
  int bits() {
    return bits;
  }

  /** How many digits a unit has. */
  int unit() {
    return unit;
  }

  /** The value of a digit; -1 if it is none. */
  int value(byte digit) {
    return values[digit & 0xFF];
  }

  /**
   * A bit for each alphabet that a byte is a digit of, of those that a run does not begin with
   * both.
   */
  int alphabets(byte digit) {
    return alphabets[digit & 0xFF];
  }

  /** How many bits are left of a digit of the unit when it completes a byte; -1 if it does not. */
  int shift(int digit) {
    return shifts[digit];
  }

  /** How many digits before the one that completes a byte the byte begins. */
  int reach(int digit) {
    return reach[digit];
  }
}
