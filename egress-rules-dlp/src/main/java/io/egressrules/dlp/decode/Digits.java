package io.egressrules.dlp.decode;

import java.util.Arrays;

/** Digits in ASCII. */
final class Digits {
  private static final byte[] HEX = new byte[256];

  static {
    Arrays.fill(HEX, (byte) -1);
    for (int digit = 0; digit < 16; digit++) {
      HEX[Character.forDigit(digit, 16)] = (byte) digit;
      HEX[Character.toUpperCase(Character.forDigit(digit, 16))] = (byte) digit;
    }
  }

  private Digits() {}

  /** The value of a hexadecimal digit; -1 if it is none. */
  static int hex(byte digit) {
    return HEX[digit & 0xFF];
  }

  /** The value of some hexadecimal digits, at most 7; -1 if one is none. */
  static int hex(byte[] bytes, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = hex(bytes[i]);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** How many digits of a base stand from an index, up to a number of them. */
  static int count(byte[] bytes, int at, int limit, int base, int most) {
    int end = Math.min(limit, at + most);
    int i = at;
    while (i < end && hex(bytes[i]) >= 0 && hex(bytes[i]) < base) {
      i++;
    }
    return i - at;
  }

  /** The value of some digits of a base; beyond all code points if it is that. */
  static int value(byte[] bytes, int at, int digits, int base) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      value = Math.min(value * base + hex(bytes[i]), Character.MAX_CODE_POINT + 1);
    }
    return value;
  }
}
