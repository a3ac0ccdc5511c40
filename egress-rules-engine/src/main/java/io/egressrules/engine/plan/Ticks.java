package io.egressrules.engine.plan;

import java.util.function.LongConsumer;

/** Counts, and tells now and then how far it is. Not safe for use by several threads. */
public final class Ticks {
  /** How many ticks lie between two tellings. */
  public static final int EVERY = 1 << 16;

  private final LongConsumer told;
  private long count;

  /**
   * A count from 0.
   *
   * @param told is told the count every {@link #EVERY} ticks, and may throw to stop what is counted
   */
  public Ticks(LongConsumer told) {
    this.told = told;
  }

  /** Counts one more. */
  public void tick() {
    count++;
    if (count % EVERY == 0) {
      told.accept(count);
    }
  }
}
