package io.egressrules.engine.lookup;

import io.egressrules.net.NameWords;

/**
 * A keyed hash of text: its words are the coefficients of a polynomial, evaluated at a secret point
 * modulo the prime 2^61 - 1 (Carter and Wegman 1979), and the result is spread by a secret odd
 * multiplier (Dietzfelbinger, Hagerup, Katajainen and Penttonen 1997).
 *
 * <p>Words are read from the end of the text, so one pass over a host name yields the hashes of all
 * its suffixes: {@link #step} after each full word, {@link #end} wherever a suffix begins.
 *
 * <p><b>Why nobody who does not know the seed can make names that collide.</b> The word in which a
 * text ends carries a mark above its last character, and no character of a name is NUL, so
 * different names have different polynomials. Those of n words agree modulo the prime at no more
 * than n of the 2^60 points; elsewhere the two sums that {@link #end} multiplies differ. For two
 * sums that differ, no more than 2 in 2^k odd multipliers give products with the same k highest
 * bits. So two names chosen in advance share their k highest bits with a chance of 2 in 2^k, and a
 * table that takes bucket, marks and tag from high bits costs a constant expected time, whatever
 * the names are. A host that is no canonical name may have the polynomial of a name; it then costs
 * what that name costs, and comparing characters tells them apart.
 */
final class KeyedHash {
  /** The state in which nothing has been read. */
  static final long NOTHING = 0;

  private static final long PRIME = (1L << 61) - 1;

  private final long point;
  private final long multiplier;

  /** A hash with this secret point, below 2^60, and odd multiplier; tests pass weak ones. */
  KeyedHash(long point, long multiplier) {
    this.point = point;
    this.multiplier = multiplier;
  }

  /** The hash that belongs to a seed. */
  static KeyedHash of(long seed) {
    return new KeyedHash(scramble(seed) >>> 4, scramble(~seed) | 1);
  }

  /** The hash of a name. */
  long of(NameWords name) {
    long state = NOTHING;
    int before = 0;
    for (; before + Words.SIZE <= name.length(); before += Words.SIZE) {
      state = step(state, name.word(before));
    }
    return end(state, name.word(before), 0x80L << ((name.length() - before) << 3));
  }

  /**
   * The state after one full word more: one step of Horner's rule. States are not fully reduced;
   * with words below 2^56 and the point below 2^60 they stay below 2^63.
   */
  long step(long state, long word) {
    long sum = state + word;
    long low = sum * point;
    long high = Math.multiplyHigh(sum, point);
    return (low & PRIME) + (high << 3 | low >>> 61);
  }

  /**
   * The hash of the first suffix that begins within a word.
   *
   * @param state the state after all words before
   * @param word the word, which may go on beyond the suffix
   * @param starts where suffixes begin, as {@link Words#starts} says; not 0
   */
  long end(long state, long word, long starts) {
    long mark = Long.lowestOneBit(starts) >>> 7;
    return (state + ((word & (mark - 1)) | mark)) * multiplier;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): each bit reaches all others. */
  private static long scramble(long seed) {
    long bits = seed + 0x9E37_79B9_7F4A_7C15L;
    bits = (bits ^ bits >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    bits = (bits ^ bits >>> 27) * 0x94D0_49BB_1331_11EBL;
    return bits ^ bits >>> 31;
  }
}
