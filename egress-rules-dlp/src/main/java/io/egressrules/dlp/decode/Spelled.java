package io.egressrules.dlp.decode;

/** What a spelling stands for and how long it is, in one int. */
final class Spelled {
  /** No spelling. */
  static final int NOTHING = 0;

  private static final int VALUE = (1 << 21) - 1;
  private static final int BYTE = 1 << 21;
  private static final int GONE = 1 << 22;
  private static final int WEAK = 1 << 23;
  private static final int LENGTH = 24;

  private Spelled() {}

  /** A code point; U+FFFD for a surrogate or what is beyond the last. */
  static int codePoint(int codePoint, int length) {
    boolean scalar =
        Character.isValidCodePoint(codePoint)
            && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    return (scalar ? codePoint : 0xFFFD) | length << LENGTH;
  }

  /** One byte. */
  static int octet(int octet, int length) {
    return octet | BYTE | length << LENGTH;
  }

  /** Nothing at all: what is spelled here is not seen. */
  static int gone(int length) {
    return GONE | length << LENGTH;
  }

  /** The same, but too common in plain text to be worth a new text for its own sake. */
  static int weak(int spelled) {
    return spelled == NOTHING ? NOTHING : spelled | WEAK;
  }

  static boolean isWeak(int spelled) {
    return (spelled & WEAK) != 0;
  }

  static int length(int spelled) {
    return spelled >>> LENGTH;
  }

  /** Adds it to a text. */
  static void put(int spelled, Text text, long from, long to) {
    int value = spelled & VALUE;
    if ((spelled & BYTE) != 0) {
      text.put(value, 1, from, to);
    } else if ((spelled & GONE) == 0) {
      putCodePoint(value, text, from, to);
    }
  }

  /** Adds a code point to a text, in UTF-8. */
  static void putCodePoint(int c, Text text, long from, long to) {
    if (c < 0x80) {
      text.put(c, 1, from, to);
    } else if (c < 0x800) {
      text.put((0xC0 | c >> 6) << 8 | tail(c), 2, from, to);
    } else if (c < 0x10000) {
      text.put((0xE0 | c >> 12) << 16 | tail(c >> 6) << 8 | tail(c), 3, from, to);
    } else {
      int lead = 0xF0 | c >> 18;
      text.put((long) lead << 24 | tail(c >> 12) << 16 | tail(c >> 6) << 8 | tail(c), 4, from, to);
    }
  }

  private static int tail(int bits) {
    return 0x80 | (bits & 0x3F);
  }
}
