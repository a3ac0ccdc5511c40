package io.egressrules.engine.compile;

import com.google.common.net.InternetDomainName;
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
 * co.uk} anybody can register a name, below {@code github.io} anybody can host one.
 *
 * <p>Patterns of deny rules are not looked at: denying too much lets nothing through. Their
 * exceptions are.
 */
final class Suffixes {
  private final Policy policy;
  private final Problems problems;
  private final Set<String> groups = new LinkedHashSet<>();

  private Suffixes(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    Suffixes suffixes = new Suffixes(policy, problems);
    for (Rule rule : policy.rules()) {
      if (rule.effect() == Effect.ALLOW) {
        suffixes.check(rule.condition(), rule.ref().location());
      }
      rule.except().forEach(except -> suffixes.check(except, rule.ref().location()));
    }
    suffixes.checkGroups();
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
    String name = pattern.name().value();
    if (!InternetDomainName.isValid(name)) {
      return;
    }
    InternetDomainName domain = InternetDomainName.from(name);
    if (domain.isRegistrySuffix()) {
      problems.error(
          "star-over-public-suffix",
          place,
          "`"
              + pattern
              + "` matches every domain registered below `"
              + name
              + "`; name the domain, as in `*.example."
              + name
              + "`, or use `any-host` with a reason");
    } else if (domain.isPublicSuffix()) {
      problems.warning(
          "star-over-shared-hosting",
          place,
          "`"
              + pattern
              + "` matches every customer of `"
              + name
              + "`; name yours, as in `yours."
              + name
              + "`");
    }
  }
}
