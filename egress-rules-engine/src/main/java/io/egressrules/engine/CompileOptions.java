package io.egressrules.engine;

import io.egressrules.engine.compile.PolicyCompiler;
import io.egressrules.engine.compile.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** How a policy is compiled. Immutable. */
public final class CompileOptions {
  /** The system's clock, a random seed, a limit of 20,000 steps, and nothing saved. */
  public static final CompileOptions DEFAULT =
      new CompileOptions(
          InstantSource.system(),
          null,
          PolicyCompiler.DEFAULT_COST_LIMIT,
          null,
          new CompileListener() {});

  private final InstantSource clock;
  private final @Nullable Long seed;
  private final int costLimit;
  private final @Nullable Path savedIn;
  private final CompileListener listener;

  private CompileOptions(
      InstantSource clock,
      @Nullable Long seed,
      int costLimit,
      @Nullable Path savedIn,
      CompileListener listener) {
    this.clock = Objects.requireNonNull(clock);
    this.seed = seed;
    this.costLimit = costLimit;
    this.savedIn = savedIn;
    this.listener = Objects.requireNonNull(listener);
  }

  /**
   * These options with another clock.
   *
   * @param source judges when rules and reporting end, to the millisecond; safe for use by several
   *     threads
   * @return a copy
   */
  public CompileOptions clock(InstantSource source) {
    return new CompileOptions(source, seed, costLimit, savedIn, listener);
  }

  /**
   * These options with a fixed seed of look-ups, for tests that must repeat exactly. Otherwise each
   * filter, or all that are compiled together, has a random one, so that nobody can make names that
   * are slow to look up.
   *
   * @param value any number
   * @return a copy
   */
  public CompileOptions seed(long value) {
    return new CompileOptions(clock, value, costLimit, savedIn, listener);
  }

  /**
   * These options with another limit of what the slowest decision may cost.
   *
   * @param steps the most steps that a decision on one address may take, as {@link
   *     Statistics#worstCost} counts them; at least 1
   * @return a copy
   */
  public CompileOptions costLimit(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("a decision takes at least one step; pass 1 or more");
    }
    return new CompileOptions(clock, seed, steps, savedIn, listener);
  }

  /**
   * These options with a file for the compiled form, which {@link EgressRules#load(Path,
   * CompileOptions) load} opens while it is fresh, many times faster than it compiles; else it
   * compiles and saves. Nothing else looks at it.
   *
   * @param form the file, which need not exist; its directory must, and is as closed to others as
   *     that of the policy: who can write the file decides what is allowed
   * @return a copy
   */
  public CompileOptions savedIn(Path form) {
    return new CompileOptions(clock, seed, costLimit, Objects.requireNonNull(form), listener);
  }

  /**
   * These options with somebody who is told how far loading is, and who can stop it.
   *
   * @param told is called on the thread that loads or compiles
   * @return a copy
   */
  public CompileOptions listener(CompileListener told) {
    return new CompileOptions(clock, seed, costLimit, savedIn, told);
  }

  Settings settings() {
    return new Settings(
        clock,
        seed == null ? ThreadLocalRandom.current().nextLong() : seed,
        costLimit,
        told(CompileStep.PLAN),
        told(CompileStep.BUILD));
  }

  /** Tells the listener, unless the thread has been interrupted, which stops the work. */
  LongConsumer told(CompileStep step) {
    return entries -> {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the thread that compiles was interrupted");
      }
      listener.progressed(step, entries);
    };
  }

  @Nullable Path savedIn() {
    return savedIn;
  }

  CompileListener listener() {
    return listener;
  }
}
