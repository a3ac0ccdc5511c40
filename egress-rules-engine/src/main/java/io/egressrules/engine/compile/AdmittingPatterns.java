package io.egressrules.engine.compile;

import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Group;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Looks at the host patterns that let something through: those of allow rules, those of exceptions,
 * and those that profiles exempt. Patterns of deny rules are not looked at: denying too much lets
 * nothing through.
 */
final class AdmittingPatterns {
  private static final String ANY_HOST = "use `any-host` with a reason";

  private final Policy policy;
  private final Problems problems;
  private final Set<String> groups = new LinkedHashSet<>();

  private AdmittingPatterns(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    AdmittingPatterns patterns = new AdmittingPatterns(policy, problems);
    for (Rule rule : policy.rules()) {
      if (rule.effect() == Effect.ALLOW) {
        patterns.check(rule.condition(), rule.ref().location());
      }
      rule.except().forEach(except -> patterns.check(except, rule.ref().location()));
    }
    patterns.checkGroups();
    policy.profiles().values().forEach(patterns::check);
  }

  private void check(InspectionProfile profile) {
    for (DomainPattern pattern : profile.exempt()) {
      check(pattern, "require the profile of fewer rules", profile.location());
    }
  }

  private void check(Condition condition, SourceLocation rule) {
    for (DomainPattern pattern : condition.hosts().values()) {
      check(pattern, ANY_HOST, condition.locationOf(pattern, rule));
    }
    groups.addAll(condition.hosts().groups());
  }

  private void checkGroups() {
    for (String name : groups) {
      Group<DomainPattern> group = policy.hostGroups().get(name);
      if (group != null) {
        group.values().forEach(pattern -> check(pattern, ANY_HOST, group.location()));
      }
    }
  }

  private void check(DomainPattern pattern, String instead, SourceLocation place) {
    WideStars.check(pattern, instead, place, problems);
    Lookalikes.check(pattern, place, problems);
  }
}
