package io.egressrules.engine;

import io.egressrules.engine.compile.PolicyCompiler;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How a policy is compiled. Immutable. */
public final class CompileOptions {
  /** The system's clock, a random seed, and a limit of 10,000 tests. */
  public static final CompileOptions DEFAULT =
      new CompileOptions(InstantSource.system(), null, PolicyCompiler.DEFAULT_COST_LIMIT);

  private final InstantSource clock;
  private final @Nullable Long seed;
  private final int costLimit;

  private CompileOptions(InstantSource clock, @Nullable Long seed, int costLimit) {
    this.clock = Objects.requireNonNull(clock);
    this.seed = seed;
    this.costLimit = costLimit;
  }

  /**
   * These options with another clock.
   *
   * @param source judges when rules and reporting end, to the millisecond; safe for use by several
   *     threads
   * @return a copy
   */
  public CompileOptions clock(InstantSource source) {
    return new CompileOptions(source, seed, costLimit);
  }

  /**
   * These options with a fixed seed of look-ups, for tests that must repeat exactly. Otherwise each
   * filter has a random one, so that nobody can make names that are slow to look up.
   *
   * @param value any number
   * @return a copy
   */
  public CompileOptions seed(long value) {
    return new CompileOptions(clock, value, costLimit);
  }

  /**
   * These options with another limit of what the slowest decision may cost.
   *
   * @param tests the most conditions that a decision on one address may test; at least 1
   * @return a copy
   */
  public CompileOptions costLimit(int tests) {
    if (tests < 1) {
      throw new IllegalArgumentException("a decision takes at least one test; pass 1 or more");
    }
    return new CompileOptions(clock, seed, tests);
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
