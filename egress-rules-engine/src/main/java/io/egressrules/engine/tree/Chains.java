package io.egressrules.engine.tree;

import io.egressrules.engine.plan.PlannedBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes blocks and their chains; equal ones are one object. */
final class Chains {
  private final List<TreeRule> rules;
  private final Map<Link, Chain<DenyRule>> denies = new HashMap<>();
  private final Map<Link, Chain<AllowRule>> allows = new HashMap<>();
  private final Map<Heads, Block> blocks = new HashMap<>();

  /** What a chain is made of; rules and chains are equal only when they are the same. */
  private record Link(List<? extends TreeRule> rules, @Nullable Chain<?> next, int prefixLength) {}

  /** What a block is made of. */
  private record Heads(@Nullable Chain<DenyRule> denies, @Nullable Chain<AllowRule> allows) {}

  /** Makes blocks of these rules, which are given by their orders. */
  Chains(List<TreeRule> rules) {
    this.rules = rules;
  }

  /**
   * The blocks of a plan, by number.
   *
   * @param planned the blocks that have rules
   * @param before the blocks whose numbers are smaller
   */
  Block[] blocks(List<PlannedBlock> planned, Block... before) {
    Block[] all = Arrays.copyOf(before, before.length + planned.size());
    for (int i = 0; i < planned.size(); i++) {
      PlannedBlock block = planned.get(i);
      all[before.length + i] =
          block(
              block.orders().asList(),
              Objects.requireNonNull(all[block.behind()]),
              block.prefixLength());
    }
    return all;
  }

  /** The block that has these rules, in this order, and nothing behind them. */
  Block block(List<Integer> orders) {
    return block(orders, Block.EMPTY, PlannedBlock.NO_PREFIX);
  }

  private Block block(List<Integer> orders, Block next, int prefixLength) {
    List<DenyRule> denying = new ArrayList<>();
    List<AllowRule> allowing = new ArrayList<>();
    for (int order : orders) {
      TreeRule rule = rules.get(order);
      if (rule instanceof DenyRule deny) {
        denying.add(deny);
      } else if (rule instanceof AllowRule allow) {
        allowing.add(allow);
      }
    }
    Chain<DenyRule> deny = denies(denying, next.denies(), prefixLength);
    Chain<AllowRule> allow = allows(allowing, next.allows(), prefixLength);
    return blocks.computeIfAbsent(new Heads(deny, allow), fresh -> Block.of(deny, allow));
  }

  private @Nullable Chain<DenyRule> denies(
      List<DenyRule> link, @Nullable Chain<DenyRule> next, int prefixLength) {
    return link.isEmpty()
        ? next
        : denies.computeIfAbsent(
            new Link(link, next, prefixLength),
            fresh -> new Chain<>(link.toArray(DenyRule[]::new), next, prefixLength));
  }

  private @Nullable Chain<AllowRule> allows(
      List<AllowRule> link, @Nullable Chain<AllowRule> next, int prefixLength) {
    return link.isEmpty()
        ? next
        : allows.computeIfAbsent(
            new Link(link, next, prefixLength),
            fresh -> new Chain<>(link.toArray(AllowRule[]::new), next, prefixLength));
  }

  /** How many chain links there are. */
  int size() {
    return denies.size() + allows.size();
  }
}
