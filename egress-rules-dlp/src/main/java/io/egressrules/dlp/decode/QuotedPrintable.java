package io.egressrules.dlp.decode;

/** Quoted-printable (RFC 2045 section 6.7). */
final class QuotedPrintable implements Spelling {
  /** What stands after a space and not after a number. */
  private static final boolean[] BEGINS_WORD = new boolean[128];

  static {
    for (char c = 'A'; c <= 'Z'; c++) {
      BEGINS_WORD[c] = true;
      BEGINS_WORD[c | 0x20] = true;
    }
    for (char c : "\"'`-_$(<[{/".toCharArray()) {
      BEGINS_WORD[c] = true;
    }
  }

  @Override
  public Encoding encoding() {
    return Encoding.QUOTED_PRINTABLE;
  }

  @Override
  public int marks() {
    return Marks.EQUALS;
  }

  @Override
  public int read(byte[] bytes, int at, int limit) {
    if (at + 1 < limit && bytes[at + 1] == '\n') {
      return Spelled.gone(2);
    }
    if (at + 2 >= limit) {
      return Spelled.NOTHING;
    }
    if (bytes[at + 1] == '\r' && bytes[at + 2] == '\n') {
      return Spelled.gone(3);
    }
    int octet = Digits.hex(bytes, at + 1, 2);
    if (octet < 0) {
      return Spelled.NOTHING;
    }
    int spelled = Spelled.octet(octet, 3);
    return isTelling(octet, bytes, at + 3, limit) ? spelled : Spelled.weak(spelled);
  }

  /** Whether a spelling is hardly a number or a name after an equals sign. */
  private static boolean isTelling(int octet, byte[] bytes, int end, int limit) {
    return switch (octet) {
      case '=', '\r', '\n' -> true;
      case ' ', '\t' -> doubled(bytes, end, limit) || (end < limit && beginsWord(bytes[end]));
      default -> doubled(bytes, end, limit);
    };
  }

  private static boolean beginsWord(byte b) {
    return b < 0 || BEGINS_WORD[b];
  }

  private static boolean doubled(byte[] bytes, int at, int limit) {
    return at + 3 <= limit && bytes[at] == '=' && Digits.hex(bytes, at + 1, 2) >= 0;
  }
}
