package io.egressrules.engine.plan;

import java.util.List;

/**
 * Where names lead to.
 *
 * @param table the names, with the numbers of the blocks at them and below them
 * @param blocks the blocks, numbered from {@link #FIRST}
 */
public record PlannedNames(NameTable table, List<PlannedBlock> blocks) {
  /** The number of the block of cloud metadata names, which no rule can allow. */
  public static final int METADATA = 1;

  /** The number of the first block that has rules. */
  public static final int FIRST = 2;

  /**
   * Where names lead to.
   *
   * @param table the names
   * @param blocks the blocks
   */
  public PlannedNames {
    blocks = List.copyOf(blocks);
  }
}
