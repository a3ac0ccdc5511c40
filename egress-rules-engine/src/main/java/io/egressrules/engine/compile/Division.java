package io.egressrules.engine.compile;

import com.google.common.primitives.ImmutableIntArray;
import io.egressrules.engine.plan.PlannedBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides the rules of several policies, which are numbered one policy after the other, into those
 * of each policy.
 *
 * <p>A block has the same number in every policy. Where a policy has no rules in it, what counts is
 * what the policy has behind it: so a name that only another policy lists hides nothing.
 */
final class Division {
  /** The order of the first rule of each policy. */
  private final List<Integer> firsts = new ArrayList<>();

  /** The policy of each rule. */
  private final List<Integer> owners = new ArrayList<>();

  /** Adds a policy with so many rules; its first rule has the order that is returned. */
  int add(int rules) {
    int first = owners.size();
    owners.addAll(Collections.nCopies(rules, firsts.size()));
    firsts.add(first);
    return first;
  }

  /** The blocks of each policy. */
  List<List<PlannedBlock>> of(List<PlannedBlock> blocks) {
    if (firsts.size() == 1) {
      return List.of(blocks);
    }
    PlannedBlock[][] divided = new PlannedBlock[firsts.size()][blocks.size()];
    for (int i = 0; i < blocks.size(); i++) {
      PlannedBlock block = blocks.get(i);
      PlannedBlock without = with(ImmutableIntArray.of(), block);
      for (PlannedBlock[] each : divided) {
        each[i] = without;
      }
      for (Map.Entry<Integer, ImmutableIntArray.Builder> own : owned(block.orders()).entrySet()) {
        divided[own.getKey()][i] = with(own.getValue().build(), block);
      }
    }
    return Arrays.stream(divided).map(Arrays::asList).toList();
  }

  private static PlannedBlock with(ImmutableIntArray orders, PlannedBlock block) {
    return new PlannedBlock(orders, block.behind(), block.prefixLength());
  }

  /** The orders that rules have in their own policies, by policy. */
  private Map<Integer, ImmutableIntArray.Builder> owned(ImmutableIntArray orders) {
    Map<Integer, ImmutableIntArray.Builder> owned = new TreeMap<>();
    orders.forEach(
        order -> {
          int owner = owners.get(order);
          owned
              .computeIfAbsent(owner, fresh -> ImmutableIntArray.builder())
              .add(order - firsts.get(owner));
        });
    return owned;
  }
}
