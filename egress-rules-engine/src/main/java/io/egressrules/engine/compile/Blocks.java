package io.egressrules.engine.compile;

import com.google.common.primitives.ImmutableIntArray;
import io.egressrules.engine.plan.PlannedBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers blocks; equal ones have one number. */
final class Blocks {
  private final int first;
  private final List<PlannedBlock> blocks = new ArrayList<>();
  private final Map<PlannedBlock, Integer> numbers = new HashMap<>();

  /** Numbers blocks from this number. */
  Blocks(int first) {
    this.first = first;
  }

  /**
   * The number of the block that has these rules, in this order, and behind them those of another
   * block.
   */
  int number(ImmutableIntArray orders, int behind, int prefixLength) {
    return orders.isEmpty()
        ? behind
        : numbers.computeIfAbsent(new PlannedBlock(orders, behind, prefixLength), this::add);
  }

  private int add(PlannedBlock block) {
    blocks.add(block);
    return first + blocks.size() - 1;
  }

  List<PlannedBlock> all() {
    return blocks;
  }
}
