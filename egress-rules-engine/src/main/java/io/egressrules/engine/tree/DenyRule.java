package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.RuleRef;
import org.jspecify.annotations.Nullable;

/** A deny rule: it matches when its conditions hold and no exception does. */
final class DenyRule extends TreeRule {
  private final Conjunction conditions;
  private final Conjunction[] exceptions;
  private final Verdict denied;
  private final boolean asksAddress;

  /**
   * A deny rule.
   *
   * @param denied the denial, without an address
   * @param asksAddress whether the rule has CIDRs, so that a denial names the address
   */
  DenyRule(
      RuleRef ref,
      int order,
      Lifetime lifetime,
      Conjunction conditions,
      Conjunction[] exceptions,
      Verdict denied,
      boolean asksAddress) {
    super(ref, order, lifetime);
    this.conditions = conditions;
    this.exceptions = exceptions;
    this.denied = denied;
    this.asksAddress = asksAddress;
  }

  @Override
  Miss miss(long facts, EgressCall call, @Nullable IpAddress address) {
    Miss miss = conditions.miss(facts, call, address);
    if (exceptions.length == 0 || (miss != Miss.NONE && miss != Miss.PENDING)) {
      return miss;
    }
    for (Conjunction exception : exceptions) {
      switch (exception.miss(facts, call, address)) {
        case NONE -> {
          return Miss.EXCEPT;
        }
        case PENDING -> miss = Miss.PENDING;
        default -> {}
      }
    }
    return miss;
  }

  @Override
  long bits() {
    long bits = conditions.bits();
    for (Conjunction exception : exceptions) {
      bits |= exception.bits();
    }
    return bits;
  }

  @Override
  @Nullable PathSet paths() {
    return conditions.paths();
  }

  @Override
  long cost() {
    long cost = conditions.cost();
    for (Conjunction exception : exceptions) {
      cost += exception.cost();
    }
    return cost;
  }

  Verdict denied(@Nullable IpAddress address) {
    return asksAddress && address != null ? denied.about(address) : denied;
  }
}
