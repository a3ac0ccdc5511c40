package io.egressrules.engine.tree;

import io.egressrules.Advice;
import io.egressrules.Obligation;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.engine.plan.PlannedException;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.Cidr;
import io.egressrules.net.PathPattern;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns planned rules into rules of the tree. What equal rules ask for is stored once. */
final class RuleBuilder {
  private final String policyId;
  private final FactBits facts;
  private final AddressSpace space;
  private final long seed;
  private final Indexes indexes;
  private final Map<List<Cidr>, Grant> grants = new HashMap<>();
  private final Map<Requirement, List<Obligation>> obligations = new HashMap<>();
  private final Map<Asked, Conjunction> conjunctions = new HashMap<>();

  /**
   * What a conjunction is made of; sets of names and CIDRs are equal only when they are the same.
   */
  private record Asked(
      List<Fact> facts,
      @Nullable NameSet hosts,
      List<PathPattern> paths,
      boolean ifAmbiguous,
      @Nullable CidrSet cidrs) {}

  RuleBuilder(String policyId, FactBits facts, AddressSpace space, long seed, Indexes indexes) {
    this.policyId = policyId;
    this.facts = facts;
    this.space = space;
    this.seed = seed;
    this.indexes = indexes;
  }

  TreeRule build(PlannedRule rule, int order) {
    return rule.isAllow() ? allow(rule, order) : deny(rule, order);
  }

  private AllowRule allow(PlannedRule planned, int order) {
    Rule rule = planned.rule();
    Condition condition = rule.condition();
    Conjunction identity =
        all(FactBits.identity(condition), null, List.of(), false, cidrSet(planned.within()));
    List<Fact> required = FactBits.requirements(condition, rule.require());
    Conjunction requirements = all(required, null, condition.paths(), false, null);
    Verdict allowed = allowed(ReasonCode.ALLOWED_BY_RULE, rule);
    Verdict pending = planned.cidrs() == null ? allowed : allowed(ReasonCode.ADDRESS_PENDING, rule);
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

  private DenyRule deny(PlannedRule planned, int order) {
    Rule rule = planned.rule();
    Condition condition = rule.condition();
    Conjunction conditions =
        all(FactBits.all(condition), null, condition.paths(), true, cidrSet(planned.within()));
    Conjunction[] exceptions =
        planned.exceptions().stream().map(this::exception).toArray(Conjunction[]::new);
    Verdict denied =
        Verdict.deny(policyId, Reason.of(ReasonCode.DENIED_BY_RULE, rule.ref())).prepared();
    return new DenyRule(
        rule.ref(),
        order,
        Lifetime.of(rule),
        conditions,
        exceptions,
        denied,
        planned.cidrs() != null);
  }

  private Conjunction exception(PlannedException exception) {
    Condition condition = exception.condition();
    return all(
        FactBits.all(condition),
        nameSet(exception.hosts()),
        condition.paths(),
        false,
        cidrSet(exception.cidrs()));
  }

  private Conjunction all(
      List<Fact> asked,
      @Nullable NameSet hosts,
      List<PathPattern> paths,
      boolean ifAmbiguous,
      @Nullable CidrSet cidrs) {
    return conjunctions.computeIfAbsent(
        new Asked(asked, hosts, paths, ifAmbiguous, cidrs),
        fresh ->
            facts
                .conjunction(asked)
                .hosts(hosts)
                .paths(paths.isEmpty() ? null : PathSet.of(paths, ifAmbiguous))
                .cidrs(cidrs)
                .build());
  }

  /** One set for each table, however many rules refer to it. */
  private @Nullable NameSet nameSet(@Nullable NameTable names) {
    return names == null ? null : indexes.set(names, table -> NameSet.of(table, seed));
  }

  private @Nullable CidrSet cidrSet(@Nullable CidrTable cidrs) {
    return cidrs == null ? null : indexes.set(cidrs, CidrSet::of);
  }
}
