package io.egressrules.engine.plan;

import com.google.common.primitives.ImmutableIntArray;

/**
 * The rules that names or addresses lead to, and where the next ones are.
 *
 * @param orders the orders of the rules, those that determine first
 * @param behind the number of the block that is looked at next; less than that of this block
 * @param prefixLength the prefix length of the rules' CIDRs, or {@link #NO_PREFIX}
 */
public record PlannedBlock(ImmutableIntArray orders, int behind, int prefixLength) {
  /** The number of the block without rules. */
  public static final int EMPTY = 0;

  /** In place of a prefix length where it does not count. */
  public static final int NO_PREFIX = -1;
}
