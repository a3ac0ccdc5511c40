package io.egressrules.engine.compile;

import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.plan.PlannedBlock;
import io.egressrules.engine.plan.PlannedCidrs;
import io.egressrules.engine.plan.PlannedException;
import io.egressrules.engine.plan.PlannedNames;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.engine.plan.Ticks;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans decision structures: each rule is put where the most selective of its conditions finds it,
 * which is the host, else the address, else neither.
 *
 * <p>Policies that are planned together are planned as if they were one policy, with the rules of
 * all. What a name or an address then leads to is divided into the rules of each policy, so one
 * table of names and one of CIDRs serve all of them.
 */
final class Planner {
  private final Memberships<DomainPattern> hosts = new Memberships<>();
  private final Memberships<Cidr> cidrs = new Memberships<>();
  private final Tables tables;
  private final Division division = new Division();

  private final Ticks ticks;

  private Planner(Tables tables, Ticks ticks) {
    this.tables = tables;
    this.ticks = ticks;
  }

  /** The plan of a policy; somebody is told now and then how many entries are planned. */
  static Plan plan(NormalForm form, LongConsumer planned) {
    return plans(List.of(form), planned).get(0);
  }

  /**
   * The plans of some policies, in their order, with the same tables; or with tables of their own,
   * where these take less memory.
   */
  static List<Plan> plans(List<NormalForm> forms, LongConsumer planned) {
    return new Planner(new Tables(), new Ticks(planned)).of(forms);
  }

  private List<Plan> of(List<NormalForm> forms) {
    List<List<PlannedRule>> rules = forms.stream().map(this::rules).toList();
    PlannedNames names = NamePlanner.plan(hosts, ticks);
    PlannedCidrs addresses = CidrPlanner.plan(cidrs, ticks);
    return forms.size() == 1 || Footprint.isSmaller(forms, names, addresses)
        ? divided(forms, rules, names, addresses)
        : forms.stream().flatMap(this::apart).toList();
  }

  /** The plan of a policy with tables of its own, but for those of single rules. */
  private Stream<Plan> apart(NormalForm form) {
    return new Planner(tables, ticks).of(List.of(form)).stream();
  }

  private List<Plan> divided(
      List<NormalForm> forms,
      List<List<PlannedRule>> rules,
      PlannedNames names,
      PlannedCidrs addresses) {
    List<List<PlannedBlock>> ofNames = division.of(names.blocks());
    List<List<PlannedBlock>> ofAddresses = division.of(addresses.blocks());
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      Policy policy = forms.get(i).policy();
      plans.add(
          new Plan(
              forms.get(i).policyId(),
              rules.get(i),
              policy.reportOnly(),
              policy.target(),
              policy.addresses(),
              new PlannedNames(names.table(), ofNames.get(i)),
              new PlannedCidrs(addresses.table(), ofAddresses.get(i))));
    }
    return plans;
  }

  private List<PlannedRule> rules(NormalForm form) {
    int first = division.add(form.rules().size());
    List<PlannedRule> rules = new ArrayList<>();
    for (NormalRule rule : form.rules()) {
      place(rule.condition(), first + rules.size());
      rules.add(rule(rule));
    }
    return rules;
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
