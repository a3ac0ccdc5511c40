package io.egressrules.examples.benchmarks.suite;

import io.egressrules.EgressRequest;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.PathPattern;
import io.egressrules.net.PortRange;
import io.egressrules.net.Target;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one writes first: a list of rules, looked at one after another, deny before allow. It judges
 * names, schemes, ports, methods and paths, and nothing else: no addresses, no reasons, no expiry,
 * no exceptions, no report-only.
 */
final class LinearList {

  /** One rule with its groups written out. */
  private record Entry(Rule rule, List<DomainPattern> hosts) {}

  private final List<Entry> denies = new ArrayList<>();
  private final List<Entry> allows = new ArrayList<>();

  LinearList(Policy policy) {
    for (Rule rule : policy.rules()) {
      List<DomainPattern> hosts = new ArrayList<>(rule.condition().hosts().values());
      for (String group : rule.condition().hosts().groups()) {
        hosts.addAll(Objects.requireNonNull(policy.hostGroups().get(group)).values());
      }
      (rule.effect() == Effect.DENY ? denies : allows).add(new Entry(rule, hosts));
    }
  }

  boolean allows(EgressRequest request) {
    return !any(denies, request) && any(allows, request);
  }

  private static boolean any(List<Entry> entries, EgressRequest request) {
    for (Entry entry : entries) {
      if (matches(entry, request)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(Entry entry, EgressRequest request) {
    Target target = request.target();
    Condition condition = entry.rule().condition();
    return target != null
        && target.host() instanceof DomainName name
        && matchesHost(entry.hosts(), name)
        && (condition.schemes().isEmpty() || condition.schemes().contains(target.scheme()))
        && (condition.methods().isEmpty() || condition.methods().contains(request.method()))
        && matchesPort(condition.ports(), target.port())
        && matchesPath(condition.paths(), target.path());
  }

  private static boolean matchesHost(List<DomainPattern> hosts, DomainName name) {
    for (DomainPattern host : hosts) {
      if (host.matches(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesPort(List<PortRange> ports, int port) {
    for (PortRange range : ports) {
      if (range.contains(port)) {
        return true;
      }
    }
    return ports.isEmpty();
  }

  private static boolean matchesPath(List<PathPattern> paths, String path) {
    for (PathPattern pattern : paths) {
      if (pattern.matches(path)) {
        return true;
      }
    }
    return paths.isEmpty();
  }
}
