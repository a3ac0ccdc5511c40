package io.egressrules.engine;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How a policy is compiled. Immutable. */
public final class CompileOptions {
  /** The system's clock, a random seed, and a limit of 10,000 tests. */
  public static final CompileOptions DEFAULT = builder().build();

  private final InstantSource clock;
  private final @Nullable Long seed;
  private final int costLimit;

  private CompileOptions(Builder words) {
    this.clock = words.clock;
    this.seed = words.seed;
    this.costLimit = words.costLimit;
  }

  /**
   * A builder of the default options.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CompileOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private InstantSource clock = InstantSource.system();
    private @Nullable Long seed;
    private int costLimit = 10_000;

    private Builder() {}

    /**
     * Sets the clock that judges when rules and reporting end.
     *
     * @param source a clock of milliseconds, safe for use by several threads; it must not throw
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      clock = Objects.requireNonNull(source);
      return this;
    }

    /**
     * Fixes the seed of look-ups by name, for tests that must repeat exactly. Otherwise each filter
     * has a random one, so that nobody can make names that are slow to look up.
     *
     * @param value any number
     * @return this builder
     */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /**
     * Limits what the slowest decision may cost; a policy beyond it does not compile.
     *
     * @param tests the most conditions that a decision on one address may test; at least 1
     * @return this builder
     * @throws IllegalArgumentException if the limit is below 1
     */
    public Builder costLimit(int tests) {
      if (tests < 1) {
        throw new IllegalArgumentException("a decision takes at least one test; pass 1 or more");
      }
      costLimit = tests;
      return this;
    }

    /**
     * The options stated so far.
     *
     * @return immutable options
     */
    public CompileOptions build() {
      return new CompileOptions(this);
    }
  }

  InstantSource clock() {
    return clock;
  }

  long seed() {
    return seed == null ? ThreadLocalRandom.current().nextLong() : seed;
  }

  int costLimit() {
    return costLimit;
  }
}
