package io.egressrules.engine.tree;

import io.egressrules.engine.plan.PlannedException;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives bits to the facts that are asked for most, and turns conditions into masks. */
final class FactBits {
  private final FactIndex index;
  private final Map<Fact, Long> bits = new HashMap<>();

  private FactBits(List<Fact> withBit) {
    this.index = FactIndex.of(withBit);
    for (int bit = 0; bit < withBit.size(); bit++) {
      bits.put(withBit.get(bit), 1L << bit);
    }
  }

  /** Gives bits to these facts, which are in the order of {@link Miss}. */
  static FactBits ofFacts(List<Fact> withBit) {
    return new FactBits(withBit);
  }

  /** Gives bits to the facts that these rules ask for most. */
  static FactBits of(List<PlannedRule> rules) {
    Map<Fact, Integer> uses = new HashMap<>();
    for (PlannedRule rule : rules) {
      count(uses, identity(rule.rule().condition()));
      count(uses, requirements(rule.rule().condition(), rule.rule().require()));
      for (PlannedException exception : rule.exceptions()) {
        count(uses, all(exception.condition()));
      }
    }
    Comparator<Map.Entry<Fact, Integer>> mostUsed =
        Map.Entry.<Fact, Integer>comparingByValue().reversed();
    return ofFacts(
        uses.entrySet().stream()
            .sorted(mostUsed.thenComparing(entry -> entry.getKey().toString()))
            .limit(FactIndex.BITS)
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing(Fact::miss))
            .toList());
  }

  private static void count(Map<Fact, Integer> uses, List<Fact> facts) {
    facts.forEach(fact -> uses.merge(fact, 1, Integer::sum));
  }

  FactIndex index() {
    return index;
  }

  /** A conjunction of these facts, to which other conditions can be added. */
  Conjunction.Builder conjunction(List<Fact> facts) {
    long mask = 0;
    List<Fact> others = new ArrayList<>();
    for (Fact fact : facts) {
      Long bit = bits.get(fact);
      if (bit == null) {
        others.add(fact);
      } else {
        mask |= bit;
      }
    }
    others.sort(Comparator.comparing(Fact::miss));
    return new Conjunction.Builder(index).bits(mask).others(others.toArray(Fact[]::new));
  }

  /** The facts of the identity (SEMANTICS.md section 2). */
  static List<Fact> identity(Condition condition) {
    List<Fact> facts = new ArrayList<>();
    if (!condition.subjects().isEmpty()) {
      facts.add(Fact.SubjectIn.of(condition.subjects()));
    }
    facts.addAll(Fact.LabelIn.of(condition.labels()));
    if (condition.anyHost() != null) {
      facts.add(Fact.HostIsName.INSTANCE);
    }
    return facts;
  }

  /** The facts of the requirements. */
  static List<Fact> requirements(Condition condition, Requirement require) {
    List<Fact> facts = new ArrayList<>();
    if (require.isTls()) {
      facts.add(Fact.SchemeIn.ENCRYPTED);
    }
    if (!condition.schemes().isEmpty()) {
      facts.add(Fact.SchemeIn.of(condition.schemes()));
    }
    if (!condition.ports().isEmpty()) {
      facts.add(Fact.PortIn.of(condition.ports()));
    }
    if (!condition.methods().isEmpty()) {
      facts.add(new Fact.MethodIn(condition.methods()));
    }
    return facts;
  }

  /**
   * The facts of a condition in which nothing is a requirement: that of a deny rule, or an
   * exception.
   */
  static List<Fact> all(Condition condition) {
    List<Fact> facts = identity(condition);
    facts.addAll(requirements(condition, Requirement.NONE));
    return facts;
  }
}
