package io.egressrules.engine.compile;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.PathPattern;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Mode;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds allow rules that a deny rule with the same conditions makes void. */
final class Contradictions {
  private Contradictions() {}

  /** A condition without the order of its entries. */
  private record Entries(
      Set<String> subjects,
      Map<String, Set<String>> labels,
      Set<DomainPattern> hosts,
      Set<String> hostGroups,
      boolean anyHost,
      Set<Cidr> cidrs,
      Set<String> cidrGroups,
      Set<Scheme> schemes,
      Set<PortRange> ports,
      Set<String> methods,
      Set<PathPattern> paths) {

    static Entries of(Condition condition) {
      Map<String, Set<String>> labels = new HashMap<>();
      condition.labels().forEach((key, values) -> labels.put(key, Set.copyOf(values)));
      return new Entries(
          set(condition.subjects()),
          labels,
          set(condition.hosts().values()),
          set(condition.hosts().groups()),
          condition.anyHost() != null,
          set(condition.cidrs().values()),
          set(condition.cidrs().groups()),
          condition.schemes(),
          set(condition.ports()),
          condition.methods(),
          set(condition.paths()));
    }

    private static <E> Set<E> set(List<E> entries) {
      return new HashSet<>(entries);
    }
  }

  static void check(Policy policy, Problems problems) {
    Map<Entries, Rule> denied = new HashMap<>();
    for (Rule rule : policy.rules()) {
      if (rule.effect() == Effect.DENY && alwaysCounts(rule) && rule.except().isEmpty()) {
        denied.putIfAbsent(Entries.of(rule.condition()), rule);
      }
    }
    if (denied.isEmpty()) {
      return;
    }
    for (Rule rule : policy.rules()) {
      Rule deny = rule.effect() == Effect.ALLOW ? denied.get(Entries.of(rule.condition())) : null;
      if (deny != null) {
        problems.warning(
            "contradictory-rules",
            rule.ref().location(),
            "rule `"
                + rule.id()
                + "` allows nothing, because rule `"
                + deny.id()
                + "` at "
                + deny.ref().location()
                + " denies the same; remove one of the two");
      }
    }
  }

  private static boolean alwaysCounts(Rule rule) {
    return rule.mode() == Mode.ENFORCE && rule.until() == null;
  }
}
