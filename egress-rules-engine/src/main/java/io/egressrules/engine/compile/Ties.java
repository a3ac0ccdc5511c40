package io.egressrules.engine.compile;

import io.egressrules.net.Cidr;
import io.egressrules.net.PortRange;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Finds allow rules that match by the same entry and require different things: which of them
 * determines hangs on their ids alone (SEMANTICS.md section 4).
 *
 * <p>That is a warning and no error, because the decision is defined all the same, and a policy
 * that is put together from the files of several teams must not fail for it. It is reported only
 * where both rules certainly match some request.
 */
final class Ties {
  /** A bound for lists of rules with one entry; those beyond it are not compared. */
  private static final int MOST_RULES_OF_AN_ENTRY = 100;

  private static final String ANY_HOST = "any-host";

  private final Problems problems;
  private final Map<Object, List<Rule>> byEntry = new HashMap<>();

  private Ties(Problems problems) {
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    Ties ties = new Ties(problems);
    policy.rules().stream()
        .filter(rule -> rule.effect() == Effect.ALLOW)
        .sorted(Comparator.comparing(Rule::id))
        .forEach(ties::check);
  }

  private void check(Rule rule) {
    for (Object entry : entries(rule.condition())) {
      List<Rule> others = byEntry.computeIfAbsent(entry, fresh -> new ArrayList<>());
      for (Rule other : others) {
        if (!other.require().equals(rule.require())
            && overlap(other.condition(), rule.condition())) {
          report(other, rule, entry);
          return;
        }
      }
      if (others.size() < MOST_RULES_OF_AN_ENTRY) {
        others.add(rule);
      }
    }
  }

  /** The entries that give the rule its rank. */
  private static List<Object> entries(Condition condition) {
    List<Object> entries = new ArrayList<>();
    if (!condition.hosts().isEmpty()) {
      entries.addAll(condition.hosts().values());
      condition.hosts().groups().forEach(group -> entries.add("$" + group));
    } else if (!condition.cidrs().isEmpty()) {
      entries.addAll(condition.cidrs().values());
      condition.cidrs().groups().forEach(group -> entries.add("$" + group));
    } else {
      entries.add(ANY_HOST);
    }
    return entries;
  }

  private void report(Rule first, Rule second, Object entry) {
    problems.warning(
        "unlike-requirements",
        second.ref().location(),
        "rules `"
            + first.id()
            + "` and `"
            + second.id()
            + "` match `"
            + entry
            + "` equally and require different things; `"
            + first.id()
            + "` counts because of its id: give both the same `require`, or one a closer entry");
  }

  /** Whether some request surely meets both conditions, beside the entry that they share. */
  private static boolean overlap(Condition first, Condition second) {
    return meet(first.subjects(), second.subjects(), Ties::subjectsMeet)
        && labelsMeet(first, second)
        && first.cidrs().groups().isEmpty() == second.cidrs().groups().isEmpty()
        && meet(first.cidrs().values(), second.cidrs().values(), Cidr::overlaps)
        && meet(first.schemes(), second.schemes(), Object::equals)
        && meet(first.ports(), second.ports(), Ties::portsMeet)
        && meet(first.methods(), second.methods(), Object::equals)
        && meet(first.paths(), second.paths(), Object::equals);
  }

  private static <E> boolean meet(
      Collection<E> first, Collection<E> second, BiPredicate<E, E> both) {
    return first.isEmpty()
        || second.isEmpty()
        || first.stream().anyMatch(one -> second.stream().anyMatch(other -> both.test(one, other)));
  }

  private static boolean subjectsMeet(String first, String second) {
    return first.equals(second) || isPrefixOf(first, second) || isPrefixOf(second, first);
  }

  private static boolean isPrefixOf(String entry, String subject) {
    return entry.endsWith("*") && subject.startsWith(entry.substring(0, entry.length() - 1));
  }

  private static boolean labelsMeet(Condition first, Condition second) {
    return first.labels().entrySet().stream()
        .allMatch(
            label ->
                !second.labels().containsKey(label.getKey())
                    || !Collections.disjoint(
                        label.getValue(), second.labels().getOrDefault(label.getKey(), List.of())));
  }

  private static boolean portsMeet(PortRange first, PortRange second) {
    return first.from() <= second.to() && second.from() <= first.to();
  }
}
