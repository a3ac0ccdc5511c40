package io.egressrules.engine.compile;

import io.egressrules.engine.suffix.Suffixes;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds patterns that let through all names below a public suffix (publicsuffix.org): below {@code
 * co.uk} anybody can register a name, below {@code github.io} anybody can host one. Below {@code
 * ck} nobody can, but below every name below it.
 *
 * <p>Patterns of deny rules are not looked at: denying too much lets nothing through. Their
 * exceptions are.
 */
final class WideStars {
  private final Policy policy;
  private final Problems problems;
  private final Set<String> groups = new LinkedHashSet<>();

  private WideStars(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    WideStars stars = new WideStars(policy, problems);
    for (Rule rule : policy.rules()) {
      if (rule.effect() == Effect.ALLOW) {
        stars.check(rule.condition(), rule.ref().location());
      }
      rule.except().forEach(except -> stars.check(except, rule.ref().location()));
    }
    stars.checkGroups();
  }

  private void check(Condition condition, SourceLocation rule) {
    for (DomainPattern pattern : condition.hosts().values()) {
      check(pattern, condition.locationOf(pattern, rule));
    }
    groups.addAll(condition.hosts().groups());
  }

  private void checkGroups() {
    for (String name : groups) {
      Group<DomainPattern> group = policy.hostGroups().get(name);
      if (group != null) {
        group.values().forEach(pattern -> check(pattern, group.location()));
      }
    }
  }

  private void check(DomainPattern pattern, SourceLocation place) {
    if (pattern.kind() == DomainPattern.Kind.EXACT) {
      return;
    }
    DomainName name = pattern.name();
    if (lieBelow(Suffixes.REGISTRY, name)) {
      problems.error(
          "star-over-public-suffix",
          place,
          "`"
              + pattern
              + "` matches every domain registered below "
              + suffixes(Suffixes.REGISTRY, name)
              + "; name the domain, as in `*.example."
              + suffix(Suffixes.REGISTRY, name)
              + "`, or use `any-host` with a reason");
    } else if (lieBelow(Suffixes.PUBLIC, name)) {
      problems.warning(
          "star-over-shared-hosting",
          place,
          "`"
              + pattern
              + "` matches every customer of "
              + suffixes(Suffixes.PUBLIC, name)
              + "; name yours, as in `yours."
              + suffix(Suffixes.PUBLIC, name)
              + "`");
    }
  }

  /** Whether what others register lies below a name: directly, or below the names below it. */
  private static boolean lieBelow(Suffixes suffixes, DomainName name) {
    return suffixes.contains(name) || suffixes.containsAllBelow(name);
  }

  private static String suffixes(Suffixes suffixes, DomainName name) {
    return suffixes.containsAllBelow(name) ? "the names below `" + name + "`" : "`" + name + "`";
  }

  /** The suffix below which one would write a name. */
  private static String suffix(Suffixes suffixes, DomainName name) {
    return suffixes.containsAllBelow(name) ? "region." + name : name.value();
  }
}
