package io.egressrules.engine.lookup;

import io.egressrules.net.NameWords;

/**
 * What is asked of the words of names, which are read as those of {@link NameWords}.
 *
 * <p>All bytes of a word are below 0x80, so a sum of 0x7f and a byte never carries into the next
 * one: all seven bytes are asked at once (Hacker's Delight, chapter 6).
 */
final class Words {
  /** The characters of a full word. */
  static final int SIZE = NameWords.SIZE;

  /** The low bit of every byte of a word. */
  static final long ONES = 0x01_0101_0101_0101L;

  /** The high bit of every byte of a word. */
  static final long HIGHS = ONES << 7;

  private static final int ASCII = 0x7f;

  private Words() {}

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
