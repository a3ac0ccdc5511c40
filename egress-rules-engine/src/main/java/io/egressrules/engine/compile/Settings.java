package io.egressrules.engine.compile;

import java.time.InstantSource;
import java.util.function.LongConsumer;

/**
 * How a policy is compiled.
 *
 * @param clock judges when rules end
 * @param seed keeps makers of names from making look-ups slow
 * @param costLimit the most tests that a decision on one address may take
 * @param planned is told now and then how many entries are planned; may throw to stop
 * @param built is told now and then how many entries are in an index; may throw to stop
 */
public record Settings(
    InstantSource clock, long seed, int costLimit, LongConsumer planned, LongConsumer built) {
  /** For finding problems: nobody decides, and nobody is told. */
  static final Settings CHECK =
      new Settings(
          InstantSource.system(), 0, PolicyCompiler.DEFAULT_COST_LIMIT, count -> {}, count -> {});
}
