package io.egressrules.engine.plan;

import java.util.List;

/**
 * Where addresses lead to.
 *
 * @param table the CIDRs, with the numbers of their blocks
 * @param blocks the blocks, numbered from {@link #FIRST}
 */
public record PlannedCidrs(CidrTable table, List<PlannedBlock> blocks) {
  /** The number of the first block that has rules. */
  public static final int FIRST = 1;

  /**
   * Where addresses lead to.
   *
   * @param table the CIDRs
   * @param blocks the blocks
   */
  public PlannedCidrs {
    blocks = List.copyOf(blocks);
  }
}
