package io.egressrules.engine.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes blocks and their chains, and numbers the blocks; equal ones are one object. */
final class Chains {
  /** The number of the block without rules. */
  static final int EMPTY = 0;

  private final List<TreeRule> rules;
  private final Map<Link, Chain<DenyRule>> denies = new HashMap<>();
  private final Map<Link, Chain<AllowRule>> allows = new HashMap<>();
  private final Map<Heads, Integer> numbers = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  /** What a chain is made of; rules and chains are equal only when they are the same. */
  private record Link(List<? extends TreeRule> rules, @Nullable Chain<?> next, int prefixLength) {}

  /** What a block is made of. */
  private record Heads(@Nullable Chain<DenyRule> denies, @Nullable Chain<AllowRule> allows) {}

  /** Makes blocks of these rules, which are given by their orders. */
  Chains(List<TreeRule> rules) {
    this.rules = rules;
    add(Block.EMPTY);
    numbers.put(new Heads(null, null), EMPTY);
  }

  /** The number of a block that is unlike all others. */
  int add(Block block) {
    blocks.add(block);
    return blocks.size() - 1;
  }

  /**
   * The number of the block that has these rules, in this order, and behind them those of another
   * block.
   *
   * @param prefixLength the prefix length of the rules' CIDRs, or -1
   */
  int number(int[] orders, int next, int prefixLength) {
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
    Chain<DenyRule> deny = denies(denying, blocks.get(next).denies(), prefixLength);
    Chain<AllowRule> allow = allows(allowing, blocks.get(next).allows(), prefixLength);
    return numbers.computeIfAbsent(new Heads(deny, allow), fresh -> add(Block.of(deny, allow)));
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

  /** A block of its own. */
  Block block(int[] orders) {
    return blocks.get(number(orders, EMPTY, -1));
  }

  /** All blocks, by number. */
  Block[] blocks() {
    return blocks.toArray(Block[]::new);
  }

  /** How many chain links there are. */
  int size() {
    return denies.size() + allows.size();
  }
}
