package io.egressrules.engine.tree;

import io.egressrules.Advice;
import io.egressrules.Obligation;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.Cidr;
import io.egressrules.net.PathPattern;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns rules in normal form into rules of the tree. What equal rules ask for is stored once. */
final class RuleBuilder {
  private final String policyId;
  private final FactBits facts;
  private final AddressSpace space;
  private final long seed;
  private final IdentityHashMap<List<?>, CidrSet> cidrSets = new IdentityHashMap<>();
  private final Map<List<Cidr>, Grant> grants = new HashMap<>();
  private final Map<Requirement, List<Obligation>> obligations = new HashMap<>();

  RuleBuilder(String policyId, FactBits facts, AddressSpace space, long seed) {
    this.policyId = policyId;
    this.facts = facts;
    this.space = space;
    this.seed = seed;
  }

  TreeRule build(NormalRule rule, int order) {
    return rule.isAllow() ? allow(rule, order) : deny(rule, order);
  }

  private AllowRule allow(NormalRule normal, int order) {
    Rule rule = normal.rule();
    NormalCondition condition = normal.condition();
    Conjunction identity =
        facts
            .conjunction(FactBits.identity(condition.written()))
            .cidrs(residualCidrs(condition))
            .build();
    Conjunction requirements =
        facts
            .conjunction(FactBits.requirements(condition.written(), rule.require()))
            .paths(paths(condition, false))
            .build();
    Verdict allowed = allowed(ReasonCode.ALLOWED_BY_RULE, rule);
    Verdict pending =
        condition.cidrs() == null ? allowed : allowed(ReasonCode.ADDRESS_PENDING, rule);
    Grant grant =
        rule.grant().isEmpty()
            ? null
            : grants.computeIfAbsent(rule.grant(), cidrs -> Grant.of(cidrs, space));
    return new AllowRule(
        rule.ref(), order, Lifetime.of(rule), identity, grant, requirements, allowed, pending);
  }

  private Verdict allowed(ReasonCode code, Rule rule) {
    List<Advice> advice =
        rule.until() == null ? List.of() : List.of(new Advice.RuleEnds(rule.ref(), rule.until()));
    List<Obligation> own = obligations.computeIfAbsent(rule.require(), RuleBuilder::obligations);
    return Verdict.allow(policyId, Reason.of(code, rule.ref()), own, advice).prepared();
  }

  private static List<Obligation> obligations(Requirement require) {
    List<Obligation> all = new ArrayList<>();
    if (require.isTls()) {
      all.add(Obligation.RequireTls.INSTANCE);
    }
    if (!require.profiles().isEmpty()) {
      all.add(new Obligation.Inspect(require.profiles()));
    }
    return List.copyOf(all);
  }

  private DenyRule deny(NormalRule normal, int order) {
    Rule rule = normal.rule();
    NormalCondition condition = normal.condition();
    Conjunction conditions =
        facts
            .conjunction(FactBits.all(condition.written()))
            .paths(paths(condition, true))
            .cidrs(residualCidrs(condition))
            .build();
    Conjunction[] exceptions =
        normal.exceptions().stream().map(this::exception).toArray(Conjunction[]::new);
    Verdict denied =
        Verdict.deny(policyId, Reason.of(ReasonCode.DENIED_BY_RULE, rule.ref())).prepared();
    return new DenyRule(
        rule.ref(),
        order,
        Lifetime.of(rule),
        conditions,
        exceptions,
        denied,
        condition.cidrs() != null);
  }

  private Conjunction exception(NormalCondition condition) {
    return facts
        .conjunction(FactBits.all(condition.written()))
        .hosts(condition.hosts() == null ? null : NameSet.of(condition.hosts(), seed))
        .paths(paths(condition, false))
        .cidrs(condition.cidrs() == null ? null : cidrSet(condition.cidrs()))
        .build();
  }

  private static @Nullable PathSet paths(NormalCondition condition, boolean ifAmbiguous) {
    List<PathPattern> patterns = condition.written().paths();
    return patterns.isEmpty() ? null : PathSet.of(patterns, ifAmbiguous);
  }

  /**
   * The CIDRs of a rule that is found by its hosts; those of other rules are answered by the index.
   */
  private @Nullable CidrSet residualCidrs(NormalCondition condition) {
    return condition.hosts() == null || condition.cidrs() == null
        ? null
        : cidrSet(condition.cidrs());
  }

  /** One set for each list of lists; a single group is one set however many rules refer to it. */
  private CidrSet cidrSet(List<List<Cidr>> lists) {
    return lists.size() == 1
        ? cidrSets.computeIfAbsent(lists.get(0), only -> CidrSet.of(lists.get(0)))
        : CidrSet.ofAll(lists);
  }
}
