package io.egressrules.dlp.scan;

/**
 * Reads characters of UTF-8 (RFC 3629 section 4) in either direction. A byte that belongs to no
 * well-formed sequence is a character of its own, {@link #SUBSTITUTE}. Since a leading byte is
 * never a continuation byte, both directions find the same characters.
 *
 * <p>A character is given as its code point and its length in bytes, packed in an int.
 */
final class Utf8 {
  /** What a malformed byte is read as: U+001A, which ASCII has for this purpose. */
  static final int SUBSTITUTE = 0x1A;

  private static final int MALFORMED = pack(SUBSTITUTE, 1);

  private Utf8() {}

  static int codePoint(int character) {
    return character >>> 3;
  }

  static int length(int character) {
    return character & 7;
  }

  private static int pack(int codePoint, int length) {
    return (codePoint << 3) | length;
  }

  /** The character that begins at {@code at}; the text ends at {@code end}, after {@code at}. */
  static int after(byte[] text, int at, int end) {
    int lead = text[at];
    if (lead >= 0) {
      return pack(lead, 1);
    }
    int length = lengthBy(lead);
    if (length == 0 || at + length > end) {
      return MALFORMED;
    }
    int c = lead & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      if (!isContinuation(text[at + i])) {
        return MALFORMED;
      }
      c = (c << 6) | (text[at + i] & 0x3F);
    }
    return isWellFormed(c, length) ? pack(c, length) : MALFORMED;
  }

  /** The character that ends at {@code at}; the text begins at {@code start}, before {@code at}. */
  static int before(byte[] text, int at, int start) {
    if (text[at - 1] >= 0) {
      return pack(text[at - 1], 1);
    }
    int lead = at - 1;
    while (lead > start && at - lead < 4 && isContinuation(text[lead])) {
      lead--;
    }
    int character = after(text, lead, at);
    return length(character) == at - lead ? character : MALFORMED;
  }

  /**
   * Where the characters end that bytes still to come cannot change: before an incomplete sequence
   * at the end, if there is one.
   */
  static int settled(byte[] text, int start, int end) {
    for (int lead = end - 1; lead >= start && lead >= end - 3; lead--) {
      if (!isContinuation(text[lead])) {
        return lead + lengthBy(text[lead]) > end ? lead : end;
      }
    }
    return end;
  }

  /** Whether an index before {@code end} is within a character, and not where one begins. */
  static boolean isWithin(byte[] text, int at, int end) {
    int lead = at;
    while (lead > 0 && at - lead < 3 && isContinuation(text[lead])) {
      lead--;
    }
    return lead + length(after(text, lead, end)) > at && lead < at;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  /** How long a sequence is by its leading byte; 0 if the byte cannot lead. */
  private static int lengthBy(int lead) {
    int b = lead & 0xFF;
    if (b < 0x80) {
      return 1;
    }
    if (b < 0xC2 || b > 0xF4) {
      return 0;
    }
    return b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  }

  /** Neither longer than need be, nor a surrogate, nor beyond the last code point. */
  private static boolean isWellFormed(int c, int length) {
    return switch (length) {
      case 2 -> true;
      case 3 -> c >= 0x800 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
      default -> c >= 0x10000 && c <= Character.MAX_CODE_POINT;
    };
  }
}
