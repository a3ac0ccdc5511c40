package io.egressrules.engine.author.text;

import io.egressrules.policy.SourceLocation;

/**
 * Which characters a policy text may hold, so that what a reviewer sees is what the reader reads.
 */
public final class Characters {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Characters() {}

  /**
   * Whether a character shows itself, and nothing but itself, in a line of text.
   *
   * @param c a code point
   * @return false for control characters, line ends, lone surrogates, and characters that reorder
   *     text (Unicode UAX #9 section 2)
   */
  public static boolean isVisible(int c) {
    boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !surrogate && !reorders(c) && c != BYTE_ORDER_MARK && (c & 0xFFFE) != 0xFFFE;
  }

  private static boolean reorders(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /**
   * The number of a character as escapes write it.
   *
   * @param c a code point
   * @return four to six hexadecimal digits
   */
  public static String hex(int c) {
    return String.format("%04x", c);
  }

  /** Reports every character that a text must not hold. */
  static void check(Source source, Problems problems) {
    String text = source.text();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (!isVisible(c) && c != '\n' && c != '\r' && c != '\t') {
        SourceLocation where = source.locationOf(at);
        problems.add(Code.FORBIDDEN_CHARACTER, where, advice(c, at));
      }
    }
  }

  /**
   * Why a character is refused and what to do about it.
   *
   * @param c a code point that is not visible
   * @param offset its place in the text; 0 for the first
   * @return one lower-case sentence
   */
  public static String advice(int c, int offset) {
    if (c == BYTE_ORDER_MARK && offset == 0) {
      return "the text begins with a byte order mark; save it as utf-8 without one";
    }
    String name = "character u+" + hex(c);
    return reorders(c)
        ? name + " changes the direction of the text around it; remove it"
        : name + " cannot be seen; remove it, or write it as an escape in double quotes";
  }
}
