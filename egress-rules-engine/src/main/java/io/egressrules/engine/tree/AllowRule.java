package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.RuleRef;
import org.jspecify.annotations.Nullable;

/**
 * An allow rule: it admits by its identity, grants special-purpose addresses, and has requirements.
 */
final class AllowRule extends TreeRule {
  private final Conjunction identity;
  private final @Nullable Grant grant;
  private final Conjunction requirements;
  private final Verdict allowed;
  private final Verdict pending;

  AllowRule(
      RuleRef ref,
      int order,
      Lifetime lifetime,
      Conjunction identity,
      @Nullable Grant grant,
      Conjunction requirements,
      Verdict allowed,
      Verdict pending) {
    super(ref, order, lifetime);
    this.identity = identity;
    this.grant = grant;
    this.requirements = requirements;
    this.allowed = allowed;
    this.pending = pending;
  }

  @Override
  Miss missToAdmit(long facts, EgressCall call, @Nullable IpAddress address) {
    Miss miss = identity.miss(facts, call, address);
    if (!miss.isNone()) {
      return miss;
    }
    boolean special = (facts & FactIndex.SPECIAL_ADDRESS) != 0;
    return special && !grants(address) ? Miss.GRANT : Miss.NONE;
  }

  @Override
  Miss miss(long facts, EgressCall call, @Nullable IpAddress address) {
    Miss miss = missToAdmit(facts, call, address);
    if (miss != Miss.NONE) {
      return miss;
    }
    Miss unmet = requirements.miss(facts, call, address);
    if (unmet != Miss.NONE) {
      return unmet;
    }
    return address == null && pending != allowed ? Miss.PENDING : Miss.NONE;
  }

  private boolean grants(@Nullable IpAddress address) {
    return grant != null && address != null && grant.covers(address);
  }

  @Override
  long bits() {
    return identity.bits() | requirements.bits();
  }

  @Override
  @Nullable PathSet paths() {
    return requirements.paths();
  }

  @Override
  long cost() {
    return admittingCost() + requirements.cost();
  }

  @Override
  long admittingCost() {
    return identity.cost() + (grant == null ? 0 : 1);
  }

  /** The ALLOW of this rule: pending when it asks for an address and none is known. */
  Verdict allowed(@Nullable IpAddress address) {
    return address == null ? pending : allowed;
  }
}
