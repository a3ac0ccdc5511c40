package io.egressrules.engine.compile;

import io.egressrules.engine.tree.EditDistance;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Entries;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces references to groups by the groups' lists. */
final class Groups {
  private final Map<String, Group<DomainPattern>> hosts;
  private final Map<String, Group<Cidr>> cidrs;
  private final Problems problems;

  private Groups(Policy policy, Problems problems) {
    this.hosts = policy.hostGroups();
    this.cidrs = policy.cidrGroups();
    this.problems = problems;
  }

  static Groups of(Policy policy, Problems problems) {
    return new Groups(policy, problems);
  }

  NormalCondition expand(Condition condition, SourceLocation rule) {
    return new NormalCondition(
        condition,
        lists(condition, condition.hosts(), hosts, "hosts", cidrs, "cidrs", rule),
        lists(condition, condition.cidrs(), cidrs, "cidrs", hosts, "hosts", rule));
  }

  private <E> @Nullable List<List<E>> lists(
      Condition condition,
      Entries<E> entries,
      Map<String, Group<E>> groups,
      String kind,
      Map<String, ?> others,
      String otherKind,
      SourceLocation rule) {
    if (entries.isEmpty()) {
      return null;
    }
    List<List<E>> lists = new ArrayList<>();
    if (!entries.values().isEmpty()) {
      lists.add(entries.values());
    }
    for (String name : entries.groups()) {
      SourceLocation place = place(condition, name, rule);
      Group<E> group = groups.get(name);
      if (group == null) {
        problems.error("unknown-group", place, unknown(name, groups, kind, others, otherKind));
      } else if (group.values().isEmpty()) {
        problems.warning(
            "empty-group",
            place,
            "group `" + name + "` is empty and matches nothing; add entries or leave it out");
      } else {
        lists.add(group.values());
      }
    }
    return lists;
  }

  private static SourceLocation place(Condition condition, String group, SourceLocation rule) {
    return condition.locationOf("$" + group, rule);
  }

  private static String unknown(
      String name, Map<String, ?> groups, String kind, Map<String, ?> others, String otherKind) {
    String head = "there is no group `" + name + "` under `groups: {" + kind + "}`; ";
    if (others.containsKey(name)) {
      return head + "it is a group of `" + otherKind + "`, so refer to it there";
    }
    String meant = EditDistance.nearest(name, groups.keySet());
    return head + (meant == null ? "write one" : "did you mean `$" + meant + "`?");
  }
}
