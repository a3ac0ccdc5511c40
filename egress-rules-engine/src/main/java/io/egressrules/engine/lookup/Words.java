package io.egressrules.engine.lookup;

/**
 * Words of text: up to seven characters in a long, one a byte, the last character in the lowest
 * byte, so that a text can be read from its end.
 *
 * <p>A character beyond ASCII is read as NUL, which no name has. All bytes of a word are therefore
 * below 0x80, and a sum of 0x7f and a byte never carries into the next one: what follows asks all
 * seven bytes at once (Hacker's Delight, chapter 6).
 */
final class Words {
  /** The characters of a full word. */
  static final int SIZE = 7;

  /** The low bit of every byte of a word. */
  static final long ONES = 0x01_0101_0101_0101L;

  /** The high bit of every byte of a word. */
  static final long HIGHS = ONES << 7;

  private static final int ASCII = 0x7f;

  private Words() {}

  /** The last characters of a part of a text; fewer than a full word where the part is shorter. */
  static long last(String text, int from, int to) {
    if (text.length() < SIZE) {
      return oneByOne(text, from, to);
    }
    int base = Math.max(to - SIZE, 0);
    int c0 = text.charAt(base);
    int c1 = text.charAt(base + 1);
    int c2 = text.charAt(base + 2);
    int c3 = text.charAt(base + 3);
    int c4 = text.charAt(base + 4);
    int c5 = text.charAt(base + 5);
    int c6 = text.charAt(base + 6);
    if ((c0 | c1 | c2 | c3 | c4 | c5 | c6) > ASCII) {
      return oneByOne(text, from, to);
    }
    long high = (long) (c0 << 16 | c1 << 8 | c2) << 32;
    long word = high | (long) c3 << 24 | c4 << 16 | c5 << 8 | c6;
    return (word >>> ((base + SIZE - to) << 3)) & mask(to - from);
  }

  private static long oneByOne(String text, int from, int to) {
    long word = 0;
    for (int i = Math.max(from, to - SIZE); i < to; i++) {
      char c = text.charAt(i);
      word = word << 8 | (c > ASCII ? 0 : c);
    }
    return word;
  }

  /** The last characters of a part of an array, as they are. */
  static long last(byte[] ascii, int from, int to) {
    if (to < Long.BYTES) {
      long word = 0;
      for (int i = Math.max(from, to - SIZE); i < to; i++) {
        word = word << 8 | (ascii[i] & 0xff);
      }
      return word;
    }
    return Long.reverseBytes((long) NameTable.LONG.get(ascii, to - Long.BYTES)) & mask(to - from);
  }

  /**
   * Whether the characters of a word, or so many if these are fewer, are visible ASCII and no
   * capital letters. Of bytes beyond ASCII the first test tells, whatever they carry.
   */
  static boolean isCanonical(long word, int characters) {
    long all = HIGHS & mask(characters);
    long fromDelete = word + ONES;
    long behindSpace = word + (0x80 - ' ' - 1) * ONES;
    return ((word | fromDelete) & all) == 0 && (behindSpace & all) == all && capitals(word) == 0;
  }

  /** The high bit of every byte that is a capital letter. */
  private static long capitals(long word) {
    long fromA = word + (0x80 - 'A') * ONES;
    long behindZ = word + (0x80 - 'Z' - 1) * ONES;
    return fromA & ~behindZ & HIGHS;
  }

  /** The bytes of the last characters of a word: all when as many or more are asked for. */
  static long mask(int characters) {
    return characters >= SIZE ? (1L << 56) - 1 : (1L << (characters << 3)) - 1;
  }

  /** The high bit of every byte that is zero. */
  static long zeros(long word) {
    return ~(word + ASCII * ONES) & HIGHS;
  }

  /** The high bit of every byte that is a dot. */
  static long dots(long word) {
    return zeros(word ^ ('.' * ONES));
  }

  /**
   * Where suffixes of a text begin within the word in which it goes on: behind dots, and at the
   * beginning of the text.
   *
   * @param left how many characters of the text are left, this word's included
   * @return the high bit of byte k for a suffix of which this word has k characters, lower than
   *     {@link #SIZE}
   */
  static long starts(long word, int left) {
    return dots(word) | (left < SIZE ? 0x80L << (left << 3) : 0);
  }

  /** The number of characters of a word that belong to the first of the suffixes. */
  static int first(long starts) {
    return Long.numberOfTrailingZeros(starts) >>> 3;
  }
}
