package io.egressrules.engine.compile;

import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.util.Comparator;
import java.util.List;

/** Brings a policy into normal form: rules in the order of their ids, groups expanded. */
final class Normal {
  private Normal() {}

  static NormalForm form(Policy policy, Groups groups) {
    List<NormalRule> rules =
        policy.rules().stream()
            .sorted(Comparator.comparing(Rule::id))
            .map(rule -> rule(rule, groups))
            .toList();
    return new NormalForm(ContentHash.of(policy), policy, rules);
  }

  private static NormalRule rule(Rule rule, Groups groups) {
    SourceLocation place = rule.ref().location();
    List<NormalCondition> exceptions =
        rule.except().stream().map(except -> groups.expand(except, place)).toList();
    return new NormalRule(rule, groups.expand(rule.condition(), place), exceptions);
  }
}
