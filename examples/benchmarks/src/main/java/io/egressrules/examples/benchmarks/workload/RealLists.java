package io.egressrules.examples.benchmarks.workload;

import io.egressrules.EgressRequest;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A policy over lists that others keep: 140 thousand blocked names, the address blocks of clouds,
 * and 300 rules that allow popular sites.
 *
 * @param blocked the blocked names
 * @param popular the popular names that are not blocked, the most popular first
 * @param clouds the address blocks
 */
public record RealLists(List<String> blocked, List<String> popular, List<Cidr> clouds) {
  private static final String BLOCKED = "stevenblack-domains-2022.txt";
  private static final String POPULAR = "opendns-top-10k.txt";
  private static final List<String> CLOUDS =
      List.of("microsoft-ipv4.txt", "cloud-all-ipv4-merged.txt", "cloud-all-ipv6-merged.txt");
  private static final int RULES = 300;
  private static final int REQUESTS = 1 << 16;

  /** One call in so many goes to a blocked name. */
  private static final int BLOCKED_CALLS = 10;

  /**
   * Whether the lists are there.
   *
   * @param directory where they should be
   * @return false when any of them is absent
   */
  public static boolean areIn(Path directory) {
    return Files.isReadable(directory.resolve(BLOCKED))
        && Files.isReadable(directory.resolve(POPULAR))
        && CLOUDS.stream().allMatch(name -> Files.isReadable(directory.resolve(name)));
  }

  /**
   * Reads the lists. Lines that are no name or no CIDR are left out.
   *
   * @param directory where they are
   * @return the lists
   * @throws IOException if one cannot be read
   */
  public static RealLists read(Path directory) throws IOException {
    Set<String> blocked =
        lines(directory.resolve(BLOCKED), text -> DomainPattern.parse(text).toString());
    Set<String> popular =
        lines(directory.resolve(POPULAR), text -> DomainPattern.parse(text).toString());
    popular.removeAll(blocked);
    Set<Cidr> clouds = new LinkedHashSet<>();
    for (String name : CLOUDS) {
      clouds.addAll(lines(directory.resolve(name), Cidr::parse));
    }
    return new RealLists(List.copyOf(blocked), new ArrayList<>(popular), List.copyOf(clouds));
  }

  private static <T> Set<T> lines(Path file, Function<String, T> parse) throws IOException {
    Set<T> values = new LinkedHashSet<>();
    for (String line : Files.readAllLines(file)) {
      parsed(line.strip(), parse).ifPresent(values::add);
    }
    return values;
  }

  /** Nothing of a comment, or of a name that nothing can be called by. */
  private static <T> Optional<T> parsed(String line, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(line));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The policy.
   *
   * @return a new policy
   */
  public Policy policy() {
    Policy.Builder policy = Policy.builder("lists");
    policy.hostGroup(group("blocked", blocked, DomainPattern::parse));
    policy.rule(Rule.deny("blocked").hosts("$blocked"));
    policy.cidrGroup(Group.of("clouds", clouds, SourceLocation.BUILDER));
    policy.rule(Rule.allow("clouds").cidrs("$clouds").subjects("batch"));
    for (int rule = 0; rule < RULES; rule++) {
      List<String> names = new ArrayList<>();
      for (int i = rule; i < popular.size(); i += RULES) {
        names.add(popular.get(i));
      }
      policy.hostGroup(group("sites-" + rule, names, DomainPattern::parse));
      policy.rule(
          Rule.allow("sites-" + rule).hosts("$sites-" + rule).methods("GET", "POST").ports("443"));
    }
    return policy.build();
  }

  private static Group<DomainPattern> group(
      String name, List<String> values, Function<String, DomainPattern> parse) {
    return Group.of(name, values.stream().map(parse).toList(), SourceLocation.BUILDER);
  }

  /**
   * Calls as they occur: popular names by their rank, one in ten blocked, with an address of a
   * cloud.
   *
   * @return in the order of asking
   */
  public List<EgressRequest> requests() {
    SplittableRandom random = new SplittableRandom(300);
    List<EgressRequest> requests = new ArrayList<>();
    while (requests.size() < REQUESTS) {
      String host =
          random.nextInt(BLOCKED_CALLS) == 0
              ? anyOf(blocked, random)
              : popular.get((int) Math.exp(random.nextDouble() * Math.log(popular.size())));
      IpAddress address = Prefixes.address(List.of(anyOf(clouds, random)), Draw.UNIFORM, random);
      requests.add(Rules.request(host).withAddresses(List.of(address)));
    }
    return requests;
  }

  private static <T> T anyOf(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
