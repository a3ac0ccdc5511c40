package io.egressrules.dlp.decode;

/** All spellings of {@link Encoding#ESCAPES}. */
final class Escapes implements Spelling {
  private static final int LEAST_SURROGATE = Character.MIN_HIGH_SURROGATE;

  /** How far before a plus sign the name of its field may end. */
  private static final int FIELD = 32;

  private final boolean form;

  /** The escapes, of a form ({@code application/x-www-form-urlencoded}) or of any other text. */
  Escapes(boolean form) {
    this.form = form;
  }

  @Override
  public Encoding encoding() {
    return Encoding.ESCAPES;
  }

  @Override
  public int marks() {
    return Marks.ESCAPE;
  }

  @Override
  public int read(byte[] bytes, int at, int limit) {
    return switch (bytes[at]) {
      case '%' -> percent(bytes, at, limit);
      case '\\' -> backslash(bytes, at, limit);
      case '&' -> References.read(bytes, at, limit);
      case 'U' -> notation(bytes, at, limit);
      case '+' -> plus(bytes, at);
      default -> Folding.read(bytes, at, limit);
    };
  }

  private int plus(byte[] bytes, int at) {
    return form || inField(bytes, at) ? Spelled.codePoint(' ', 1) : Spelled.NOTHING;
  }

  /** Whether an equals sign stands not far before, and only what a form may hold between. */
  private static boolean inField(byte[] bytes, int at) {
    int first = Math.max(0, at - FIELD);
    int i = at - 1;
    while (i >= first && inValue(bytes[i])) {
      i--;
    }
    return i >= first && bytes[i] == '=' && i + 1 < at;
  }

  private static boolean inValue(byte b) {
    return (b >= '0' && b <= '9')
        || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z')
        || b == '%'
        || b == '+'
        || b == '.'
        || b == '-'
        || b == '_'
        || b == '*';
  }

  private static int percent(byte[] bytes, int at, int limit) {
    if (at + 1 < limit && (bytes[at + 1] == 'u' || bytes[at + 1] == 'U')) {
      return utf16(bytes, at, limit);
    }
    return octet(bytes, at, 1, limit);
  }

  private static int backslash(byte[] bytes, int at, int limit) {
    if (at + 1 == limit) {
      return Spelled.NOTHING;
    }
    return switch (bytes[at + 1]) {
      case 'u' -> unicode(bytes, at, limit);
      case 'U' -> fixed(bytes, at, 2, 8, limit);
      case 'x' -> octet(bytes, at, 2, limit);
      case 'n' -> Spelled.codePoint('\n', 2);
      case 'r' -> Spelled.codePoint('\r', 2);
      case 't' -> Spelled.codePoint('\t', 2);
      case 'b' -> Spelled.codePoint('\b', 2);
      case 'f' -> Spelled.codePoint('\f', 2);
      case '"', '\'', '\\', '/' -> Spelled.codePoint(bytes[at + 1], 2);
      case '0', '1', '2', '3' -> octal(bytes, at, limit);
      default -> Spelled.NOTHING;
    };
  }

  private static int octal(byte[] bytes, int at, int limit) {
    int digits = Digits.count(bytes, at + 1, limit, 8, 3);
    return digits == 3 ? Spelled.octet(Digits.value(bytes, at + 1, digits, 8), 4) : Spelled.NOTHING;
  }

  private static int octet(byte[] bytes, int at, int prefix, int limit) {
    int digits = Digits.count(bytes, at + prefix, limit, 16, 2);
    return digits == 2
        ? Spelled.octet(Digits.hex(bytes, at + prefix, 2), prefix + 2)
        : Spelled.NOTHING;
  }

  private static int unicode(byte[] bytes, int at, int limit) {
    if (at + 2 < limit && bytes[at + 2] == '{') {
      int digits = Digits.count(bytes, at + 3, limit, 16, 6);
      int close = at + 3 + digits;
      return digits > 0 && close < limit && bytes[close] == '}'
          ? Spelled.codePoint(Digits.value(bytes, at + 3, digits, 16), digits + 4)
          : Spelled.NOTHING;
    }
    return utf16(bytes, at, limit);
  }

  private static int utf16(byte[] bytes, int at, int limit) {
    int first = unit(bytes, at, limit);
    if (first < LEAST_SURROGATE || first > Character.MAX_HIGH_SURROGATE) {
      return first < 0 ? Spelled.NOTHING : Spelled.codePoint(first, 6);
    }
    boolean again = at + 7 < limit && bytes[at + 6] == bytes[at] && bytes[at + 7] == bytes[at + 1];
    int second = again ? unit(bytes, at + 6, limit) : -1;
    return second >= Character.MIN_LOW_SURROGATE && second <= Character.MAX_LOW_SURROGATE
        ? Spelled.codePoint(Character.toCodePoint((char) first, (char) second), 12)
        : Spelled.codePoint(first, 6);
  }

  private static int unit(byte[] bytes, int at, int limit) {
    return Digits.count(bytes, at + 2, limit, 16, 4) == 4 ? Digits.hex(bytes, at + 2, 4) : -1;
  }

  private static int fixed(byte[] bytes, int at, int prefix, int digits, int limit) {
    return Digits.count(bytes, at + prefix, limit, 16, digits) == digits
        ? Spelled.codePoint(Digits.value(bytes, at + prefix, digits, 16), prefix + digits)
        : Spelled.NOTHING;
  }

  /**
   * A code point of the basic plane as the Unicode standard writes it, {@code U+0041}, in a row or
   * not.
   */
  private static int notation(byte[] bytes, int at, int limit) {
    if (at + 1 == limit || bytes[at + 1] != '+') {
      return Spelled.NOTHING;
    }
    if (Digits.count(bytes, at + 2, limit, 16, 4) < 4) {
      return Spelled.NOTHING;
    }
    boolean another =
        at + 8 < limit && bytes[at + 6] == ' ' && bytes[at + 7] == 'U' && bytes[at + 8] == '+';
    return Spelled.codePoint(Digits.hex(bytes, at + 2, 4), another ? 7 : 6);
  }
}
