package io.egressrules.engine.lookup;

/**
 * A keyed hash of a sequence of labels: words of seven characters are the coefficients of a
 * polynomial, evaluated at a secret point modulo 2^61 - 1 (Carter and Wegman 1979).
 *
 * <p>Two different sequences of n words meet at no more than n of 2^60 points, so who does not know
 * the seed cannot make names that collide. A marker above the characters of each word says whether
 * the label goes on, so that no two sequences of labels have the same words.
 */
final class KeyedHash {
  /** The state in which nothing has been hashed. */
  static final long NOTHING = 0;

  private static final int WORD = 7;
  private static final long GOES_ON = 1;
  private static final long ENDS = 2;
  private static final long PRIME = (1L << 61) - 1;

  private final long point;
  private final long spreader;

  /** A hash with this secret point, below 2^60, and multiplier; tests pass weak ones. */
  KeyedHash(long point, long spreader) {
    this.point = point;
    this.spreader = spreader;
  }

  /** The hash that belongs to a seed. */
  static KeyedHash of(long seed) {
    return new KeyedHash(scramble(seed) >>> 4, scramble(~seed) | 1);
  }

  /** The state after one label more, which is a part of an ASCII text. */
  long label(long state, String text, int from, int to) {
    long hash = state;
    long word = GOES_ON;
    int room = WORD;
    for (int i = from; i < to; i++) {
      if (room == 0) {
        hash = step(hash, word);
        word = GOES_ON;
        room = WORD;
      }
      word = word << 8 | (text.charAt(i) & 0xff);
      room--;
    }
    return step(hash, word + ((ENDS - GOES_ON) << (8 * (WORD - room))));
  }

  /** One step of Horner's rule. With words below 2^58, states stay below 2^62 + 2^61. */
  private long step(long state, long word) {
    long sum = state + word;
    long low = sum * point;
    long high = Math.multiplyHigh(sum, point);
    return (low & PRIME) + (high << 3 | low >>> 61);
  }

  /** Spreads a state evenly over the longs but 0. */
  long spread(long state) {
    long spread = (state ^ state >>> 32) * spreader;
    return spread == 0 ? 1 : spread;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): each bit reaches all others. */
  private static long scramble(long seed) {
    long bits = seed + 0x9E37_79B9_7F4A_7C15L;
    bits = (bits ^ bits >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    bits = (bits ^ bits >>> 27) * 0x94D0_49BB_1331_11EBL;
    return bits ^ bits >>> 31;
  }
}
