package io.egressrules.examples.benchmarks.peer;

import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The honest opponent: what a good programmer writes in a quarter of an hour. A map from names to
 * rules, asked for the host and then for every name above it; deny overrides. No addresses, no
 * reasons, no expiry, no exceptions, no report-only, no malformed targets.
 */
public final class HandHashMap {
  private record HandRule(
      boolean below, boolean deny, int port, List<String> methods, String path) {
    boolean matches(boolean isBelow, int port, String method, String path) {
      return below == isBelow
          && this.port == port
          && methods.contains(method)
          && path.startsWith(this.path);
    }
  }

  private static final List<HandRule> NONE = List.of();

  private final Map<String, List<HandRule>> rules = new HashMap<>();

  /**
   * A map of the rules.
   *
   * @param policy whose rules
   * @return a map that decides as the policy does
   */
  public static HandHashMap of(Rules policy) {
    HandHashMap map = new HandHashMap();
    List<HandRule> shared = new ArrayList<>();
    for (int rule = 0; rule < policy.count(); rule++) {
      shared.add(rule(rule, false));
      shared.add(rule(rule, true));
    }
    for (int number = 0; number < policy.entries(); number++) {
      Entry entry = policy.entry(number);
      map.put(entry.name(), shared.get(2 * entry.rule() + (entry.below() ? 1 : 0)));
    }
    return map;
  }

  private static HandRule rule(int number, boolean below) {
    return new HandRule(below, Rules.denies(number), Rules.PORT, Rules.METHODS, Rules.PATH);
  }

  /**
   * A map of names that are denied and names that are allowed, of any method and path.
   *
   * @param denied the denied names
   * @param allowed the allowed names
   * @return a map
   */
  public static HandHashMap of(List<String> denied, List<String> allowed) {
    HandHashMap map = new HandHashMap();
    HandRule deny = new HandRule(false, true, Rules.PORT, Rules.METHODS, "/");
    HandRule allow = new HandRule(false, false, Rules.PORT, Rules.METHODS, "/");
    denied.forEach(name -> map.put(name, deny));
    allowed.forEach(name -> map.put(name, allow));
    return map;
  }

  private void put(String name, HandRule rule) {
    List<HandRule> present = rules.get(name);
    if (present == null) {
      rules.put(name, List.of(rule));
    } else {
      List<HandRule> more = new ArrayList<>(present);
      more.add(rule);
      rules.put(name, List.copyOf(more));
    }
  }

  /**
   * Decides a call.
   *
   * @param host the host, in lower case
   * @param port the port
   * @param method the method
   * @param path the path
   * @return whether it is allowed
   */
  public boolean allows(String host, int port, String method, String path) {
    boolean allowed = false;
    String name = host;
    boolean below = false;
    while (true) {
      for (HandRule rule : rules.getOrDefault(name, NONE)) {
        if (rule.matches(below, port, method, path)) {
          if (rule.deny) {
            return false;
          }
          allowed = true;
        }
      }
      int dot = name.indexOf('.');
      if (dot < 0) {
        return allowed;
      }
      name = name.substring(dot + 1);
      below = true;
    }
  }
}
