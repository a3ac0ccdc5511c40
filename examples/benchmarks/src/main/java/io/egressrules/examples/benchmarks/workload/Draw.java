package io.egressrules.examples.benchmarks.workload;

import java.util.SplittableRandom;

/** Which of a number of entries the questions are about. */
public enum Draw {
  /** Every entry alike. */
  UNIFORM,
  /** By Zipf's law with exponent 1: the n-th most popular entry is asked for 1/n as often. */
  ZIPF,
  /** 512 entries, over and over. */
  HOT,
  /** None: what is asked for is no entry. */
  MISS;

  private static final int WARM_KEYS = 1 << 10;
  private static final int HOT_KEYS = 1 << 9;
  private static final int COLD_KEYS = 1 << 18;

  /** At and below this many entries everything is warm, keys included. */
  private static final int WARM_ENTRIES = 1_000;

  /**
   * How many different questions are asked, over and over. Enough that what answers one has left
   * the caches when it comes again, unless it is meant to be warm.
   *
   * @param entries the number of entries
   * @return a power of two
   */
  public int keys(int entries) {
    if (this == HOT) {
      return HOT_KEYS;
    }
    return entries <= WARM_ENTRIES ? WARM_KEYS : COLD_KEYS;
  }

  /**
   * Draws an entry.
   *
   * @param random where chance comes from
   * @param entries the number of entries
   * @return from 0 to entries - 1; of {@link #MISS}, the number of an entry that is not there
   */
  public int draw(SplittableRandom random, int entries) {
    return switch (this) {
      case UNIFORM, HOT -> random.nextInt(entries);
      case ZIPF -> popular(random, entries);
      case MISS -> entries + random.nextInt(entries);
    };
  }

  /** The rank is spread over the entries, so that popular ones are not neighbours. */
  private static int popular(SplittableRandom random, int entries) {
    int rank = (int) Math.exp(random.nextDouble() * Math.log(entries));
    return (int) Long.remainderUnsigned(rank * 0x9E37_79B9_7F4A_7C15L, entries);
  }
}
