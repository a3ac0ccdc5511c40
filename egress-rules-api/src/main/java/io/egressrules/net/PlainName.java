package io.egressrules.net;

/**
 * A domain name as most are written, read eight characters at a time: lower-case letters, digits,
 * hyphens and dots, each label beginning with a letter, and the text going on behind it. Of what is
 * no such name nothing is said; {@link AuthorityScan} reads it label by label.
 *
 * <p>The first of eight characters is in the lowest byte of a word. All bytes are below 0x80, so a
 * sum of one and 0x7f never carries into the next one, and all are asked at once (Hacker's Delight,
 * chapter 6); an answer is the high bit of a byte.
 */
final class PlainName {
  /** What is read is no such name. */
  static final int OTHER = -1;

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = ONES << 7;
  private static final long BEYOND_ASCII = 0xFF80_FF80_FF80_FF80L;
  private static final int FIRST = 0x80;

  private PlainName() {}

  /**
   * Reads a name of at most {@link DomainName#MAX_LABEL} characters.
   *
   * @param words take it; what they hold afterwards means nothing unless it is such a name
   * @return the offset behind it, where another character than those of names stands; or {@link
   *     #OTHER}
   */
  static int read(String text, int from, NameWords words) {
    int most = Math.min(text.length() - Long.BYTES, from + DomainName.MAX_LABEL + 1 - Long.BYTES);
    long afterDot = FIRST;
    long afterHyphen = 0;
    for (int at = from; at <= most; at += Long.BYTES) {
      long word = word(text, at);
      words.put(at - from, word);
      long letters = between('a', 'z', word);
      long marks = between('-', '.', word);
      // The hyphen is odd and the dot is even.
      long hyphens = marks & word << (Byte.SIZE - 1);
      long dots = marks ^ hyphens;
      long ends = HIGHS & ~(letters | marks | between('0', '9', word));
      long afterDots = dots << Byte.SIZE | afterDot;
      long afterHyphens = hyphens << Byte.SIZE | afterHyphen;
      long odd = (afterDots & ~letters) | (afterHyphens & (dots | ends));
      if (ends != 0) {
        int end = at + (Long.numberOfTrailingZeros(ends) >>> 3);
        words.end(end - from);
        long upToEnd = ends ^ (ends - 1);
        return (odd & upToEnd) == 0 ? end : OTHER;
      }
      if (odd != 0) {
        return OTHER;
      }
      afterDot = dots >>> (Long.SIZE - Byte.SIZE);
      afterHyphen = hyphens >>> (Long.SIZE - Byte.SIZE);
    }
    return OTHER;
  }

  /** Eight characters; NULs, which no name has, if one of them is not ASCII. */
  private static long word(String text, int at) {
    long even = everySecond(text, at);
    long odd = everySecond(text, at + 1);
    return ((even | odd) & BEYOND_ASCII) == 0 ? even | odd << Byte.SIZE : 0;
  }

  private static long everySecond(String text, int at) {
    return text.charAt(at)
        | (long) text.charAt(at + 2) << 16
        | (long) text.charAt(at + 4) << 32
        | (long) text.charAt(at + 6) << 48;
  }

  /** The bytes from one character to another. */
  private static long between(char first, char last, long word) {
    return (word + (0x80 - first) * ONES) & ~(word + (0x7f - last) * ONES) & HIGHS;
  }
}
