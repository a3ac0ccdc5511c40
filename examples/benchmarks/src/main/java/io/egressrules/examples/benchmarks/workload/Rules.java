package io.egressrules.examples.benchmarks.workload;

import io.egressrules.EgressRequest;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.DomainPattern.Kind;
import io.egressrules.net.Scheme;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The policy that all deciders decide by: up to 1,000 entries a rule for each, beyond that 300
 * rules over groups. Three in ten entries stand for all names below. One rule in ten denies; every
 * rule asks for https on port 443, GET or POST, and a path below {@code /v1}.
 *
 * @param entries the number of names
 */
public record Rules(int entries) {
  /** The port of every rule. */
  public static final int PORT = 443;

  /** What every path begins with. */
  public static final String PATH = "/v1/";

  /** The methods of every rule. */
  public static final List<String> METHODS = List.of("GET", "POST");

  private static final int MOST_RULES_OF_ONE_NAME = 1_000;
  private static final int RULES_OVER_GROUPS = 300;
  private static final int IN_TEN = 10;

  /**
   * The number of rules.
   *
   * @return at least 1
   */
  public int count() {
    return entries <= MOST_RULES_OF_ONE_NAME ? entries : RULES_OVER_GROUPS;
  }

  /**
   * Whether a rule denies.
   *
   * @param rule its number
   * @return false when it allows
   */
  public static boolean denies(int rule) {
    return rule % IN_TEN == IN_TEN - 1;
  }

  /**
   * An entry.
   *
   * @param number from 0; from {@link #entries} on, one that is not in the policy
   * @return the entry
   */
  public Entry entry(int number) {
    return new Entry(Hosts.name(number), number / 7 % IN_TEN < 3, number % count());
  }

  /**
   * The policy.
   *
   * @return a new policy
   */
  public Policy policy() {
    return begun().build();
  }

  /**
   * The policy of these rules and of two more, which allow addresses.
   *
   * @param ipv4 how many IPv4 prefixes
   * @param ipv6 how many IPv6 prefixes
   * @return a new policy
   */
  public Policy policyWithAddresses(int ipv4, int ipv6) {
    return begun()
        .cidrGroup(Group.of("ipv4", Prefixes.ipv4(ipv4), SourceLocation.BUILDER))
        .cidrGroup(Group.of("ipv6", Prefixes.ipv6(ipv6), SourceLocation.BUILDER))
        .rule(Rule.allow("ipv4").cidrs("$ipv4").subjects("batch"))
        .rule(Rule.allow("ipv6").cidrs("$ipv6").subjects("batch"))
        .build();
  }

  private Policy.Builder begun() {
    List<List<DomainPattern>> hosts = new ArrayList<>();
    for (int rule = 0; rule < count(); rule++) {
      hosts.add(new ArrayList<>());
    }
    for (int number = 0; number < entries; number++) {
      Entry entry = entry(number);
      Kind kind = entry.below() ? Kind.BELOW : Kind.EXACT;
      hosts.get(entry.rule()).add(DomainPattern.of(kind, DomainName.parse(entry.name())));
    }
    Policy.Builder policy = Policy.builder("benchmark");
    for (int rule = 0; rule < count(); rule++) {
      String group = "group-" + rule;
      policy.hostGroup(Group.of(group, hosts.get(rule), SourceLocation.BUILDER));
      policy.rule(rule(rule).hosts("$" + group));
    }
    return policy;
  }

  private static Rule.Builder rule(int number) {
    String id = "rule-" + number;
    return (denies(number) ? Rule.deny(id) : Rule.allow(id))
        .schemes(Scheme.HTTPS)
        .ports(Integer.toString(PORT))
        .methods(METHODS.toArray(String[]::new))
        .paths(PATH + "**");
  }

  /**
   * Hosts to ask for, in the order of asking; those of entries are allowed.
   *
   * @param draw which
   * @return as many as {@link Draw#keys} says
   */
  public List<String> hosts(Draw draw) {
    SplittableRandom random = new SplittableRandom(entries);
    List<String> hosts = new ArrayList<>();
    while (hosts.size() < draw.keys(entries)) {
      Entry entry = entry(draw.draw(random, entries));
      if (!denies(entry.rule())) {
        hosts.add(entry.host());
      }
    }
    return hosts;
  }

  /**
   * A URL that the rules of a host are about.
   *
   * @param host the host
   * @return a new text
   */
  public static String url(String host) {
    return "https://" + host + PATH + "orders";
  }

  /**
   * A request that the rules of a host are about.
   *
   * @param host the host
   * @return a new request, before the name is resolved
   */
  public static EgressRequest request(String host) {
    return EgressRequest.toUrl(url(host)).subject("checkout").method("GET").build();
  }
}
