package io.egressrules.engine.tree;

import io.egressrules.EgressRequest;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import io.egressrules.policy.Condition;
import io.egressrules.policy.RuleRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An allow rule as an explanation compares it with a request that it does not allow.
 *
 * @param ref the rule
 * @param facts all small things that it asks
 * @param hosts its patterns, or null when it has none written; of a large list only the first ones
 * @param cidrs its CIDRs, or null when it has none written; of a large list only the first ones
 * @param paths its paths, or null when it has none written
 */
record Candidate(
    RuleRef ref,
    List<Fact> facts,
    @Nullable List<DomainPattern> hosts,
    @Nullable List<Cidr> cidrs,
    @Nullable PathSet paths) {

  static Candidate of(PlannedRule rule) {
    Condition written = rule.rule().condition();
    List<Fact> facts =
        Stream.concat(
                FactBits.identity(written).stream(),
                FactBits.requirements(written, rule.rule().require()).stream())
            .toList();
    return new Candidate(
        rule.rule().ref(),
        facts,
        rule.hosts(),
        rule.cidrs(),
        written.paths().isEmpty() ? null : PathSet.of(written.paths(), false));
  }

  /** All that the rule misses. */
  Set<Miss> misses(EgressRequest request, Target target, @Nullable IpAddress address) {
    Set<Miss> misses = EnumSet.noneOf(Miss.class);
    for (Fact fact : facts) {
      if (!fact.holds(request, target)) {
        misses.add(fact.miss());
      }
    }
    if (hosts != null && !matches(hosts, target)) {
      misses.add(Miss.HOSTS);
    }
    if (cidrs != null && address != null && !holds(cidrs, address.unmapped())) {
      misses.add(Miss.CIDRS);
    }
    if (paths != null && !paths.has(target)) {
      misses.add(Miss.PATHS);
    }
    return misses;
  }

  private static boolean matches(List<DomainPattern> patterns, Target target) {
    return target.host() instanceof DomainName name
        && patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }

  private static boolean holds(List<Cidr> cidrs, IpAddress unmapped) {
    return cidrs.stream().anyMatch(cidr -> cidr.unmapped().contains(unmapped));
  }
}
