package io.egressrules.dlp.own;

/**
 * A polynomial over the letters of a text at a secret point, modulo the prime 2^61 - 1 (Karp and
 * Rabin 1987): the hash of a run comes from those of two prefixes. Two different runs of n letters
 * have one hash with a chance of at most n / 2^61. Immutable.
 */
final class RollingHash {
  private static final long PRIME = (1L << 61) - 1;

  private final long point;
  private final long whitening;

  RollingHash(Keyed key) {
    point = 1 + Math.floorMod(key.number("point"), PRIME - 1);
    whitening = key.number("whitening");
  }

  /** The hash of a prefix and one more letter. */
  long next(long prefix, int letter) {
    return reduced(times(prefix, point) + letter + 1);
  }

  /** The hash of a run that stands alone. */
  long of(int... letters) {
    long hash = 0;
    for (int letter : letters) {
      hash = next(hash, letter);
    }
    return hash;
  }

  /** What {@link #run} needs to know of the length of a run. */
  long power(int length) {
    long power = 1;
    for (int i = 0; i < length; i++) {
      power = times(power, point);
    }
    return power;
  }

  /** The hash of what a prefix has more than a shorter one, with the power of how much more. */
  long run(long prefix, long shorter, long power) {
    return reduced(prefix + PRIME - times(shorter, power));
  }

  /** A hash spread over 64 bits, so that it tells nothing of the letters to who lacks the key. */
  long spread(long hash) {
    long spread = (hash ^ whitening) * 0x9e3779b97f4a7c15L;
    spread = (spread ^ (spread >>> 32)) * 0xd6e8feb86659fd93L;
    return spread ^ (spread >>> 32);
  }

  private static long times(long a, long b) {
    long low = a * b;
    long high = (Math.multiplyHigh(a, b) << 3) | (low >>> 61);
    return reduced((low & PRIME) + high);
  }

  private static long reduced(long value) {
    long folded = (value & PRIME) + (value >>> 61);
    return folded >= PRIME ? folded - PRIME : folded;
  }
}
