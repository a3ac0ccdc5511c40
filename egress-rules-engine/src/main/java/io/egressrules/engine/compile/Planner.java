package io.egressrules.engine.compile;

import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.plan.PlannedException;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.engine.plan.Ticks;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans the decision structure: each rule is put where the most selective of its conditions finds
 * it, which is the host, else the address, else neither.
 */
final class Planner {
  private final Memberships<DomainPattern> hosts = new Memberships<>();
  private final Memberships<Cidr> cidrs = new Memberships<>();
  private final Tables tables = new Tables();

  private final Ticks ticks;

  private Planner(Ticks ticks) {
    this.ticks = ticks;
  }

  /** The plan of a policy; somebody is told now and then how many entries are planned. */
  static Plan plan(NormalForm form, LongConsumer planned) {
    return new Planner(new Ticks(planned)).of(form);
  }

  private Plan of(NormalForm form) {
    List<PlannedRule> rules = new ArrayList<>();
    for (NormalRule rule : form.rules()) {
      place(rule.condition(), rules.size());
      rules.add(rule(rule));
    }
    Policy policy = form.policy();
    return new Plan(
        form.policyId(),
        rules,
        policy.reportOnly(),
        policy.target(),
        policy.addresses(),
        NamePlanner.plan(hosts, ticks),
        CidrPlanner.plan(cidrs, ticks));
  }

  private void place(NormalCondition condition, int order) {
    if (condition.hosts() != null) {
      condition.hosts().forEach(list -> hosts.refer(list, order));
    } else if (condition.cidrs() != null) {
      condition.cidrs().forEach(list -> cidrs.refer(list, order));
    }
  }

  private PlannedRule rule(NormalRule rule) {
    NormalCondition condition = rule.condition();
    List<List<DomainPattern>> patterns = condition.hosts();
    List<List<Cidr>> blocks = condition.cidrs();
    boolean explained = rule.rule().effect() == Effect.ALLOW;
    return new PlannedRule(
        rule.rule(),
        patterns == null ? null : explained ? tables.firstPatterns(patterns) : List.of(),
        blocks == null ? null : explained ? tables.firstCidrs(blocks) : List.of(),
        patterns == null ? null : cidrs(blocks),
        rule.exceptions().stream().map(this::exception).toList());
  }

  private PlannedException exception(NormalCondition condition) {
    return new PlannedException(
        condition.written(), names(condition.hosts()), cidrs(condition.cidrs()));
  }

  private @Nullable NameTable names(@Nullable List<List<DomainPattern>> lists) {
    return lists == null ? null : tables.names(lists);
  }

  private @Nullable CidrTable cidrs(@Nullable List<List<Cidr>> lists) {
    return lists == null ? null : tables.cidrs(lists);
  }
}
