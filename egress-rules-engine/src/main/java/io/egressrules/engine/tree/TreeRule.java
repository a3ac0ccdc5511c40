package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.RuleRef;
import org.jspecify.annotations.Nullable;

/** A rule as the structure holds it: once, however many names and blocks lead to it. */
abstract sealed class TreeRule permits AllowRule, DenyRule {
  private final RuleRef ref;
  private final int order;
  private final Lifetime lifetime;

  TreeRule(RuleRef ref, int order, Lifetime lifetime) {
    this.ref = ref;
    this.order = order;
    this.lifetime = lifetime;
  }

  /** What this rule misses first, its host patterns or CIDRs having been answered by an index. */
  abstract Miss miss(long facts, EgressCall call, @Nullable IpAddress address);

  /** The facts that it asks for, as bits. */
  abstract long bits();

  /** The condition on the path without which it never matches, or null. */
  abstract @Nullable PathSet paths();

  /** How many tests it is. */
  abstract long cost();

  /** As {@link #miss}, but for what a rule may miss and admit all the same. */
  Miss missToAdmit(long facts, EgressCall call, @Nullable IpAddress address) {
    return miss(facts, call, address);
  }

  /** How many tests that is. */
  long admittingCost() {
    return cost();
  }

  final boolean answers(
      Wanted wanted,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    Standing standing =
        lifetime.isEndless()
            ? Standing.IN_FORCE
            : lifetime.at(now, (facts & FactIndex.ALL_ENFORCED) != 0);
    if (trace == null && !wanted.accepts(standing)) {
      return false;
    }
    Miss miss =
        wanted == Wanted.ADMITTING ? missToAdmit(facts, call, address) : miss(facts, call, address);
    if (trace != null) {
      trace.looked(this, standing, miss);
    }
    return wanted.accepts(standing) && wanted.accepts(miss);
  }

  final RuleRef ref() {
    return ref;
  }

  /** The place of the rule among all, by id. */
  final int order() {
    return order;
  }

  final Lifetime lifetime() {
    return lifetime;
  }
}
