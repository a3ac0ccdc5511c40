package io.egressrules.engine;

import static io.egressrules.engine.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.PreparedTarget;
import io.egressrules.ReasonCode;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MetadataHosts;
import io.egressrules.net.Target;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompileAllTest {
  private static final int MANY = 100_000;
  private static final CompileOptions OPTIONS = CompileOptions.DEFAULT.seed(7);

  private static List<EgressFilter> together(Policy... policies) {
    return EgressRules.compileAll(List.of(policies), OPTIONS);
  }

  private static List<EgressFilter> together(int count, IntFunction<Policy.Builder> policy) {
    return together(
        IntStream.range(0, count).mapToObj(i -> policy.apply(i).build()).toArray(Policy[]::new));
  }

  private static Policy policy(Rule.Builder... rules) {
    Policy.Builder policy = Policy.builder("test");
    List.of(rules).forEach(policy::rule);
    return policy.build();
  }

  private static Group<DomainPattern> names() {
    return Group.of(
        "block",
        IntStream.range(0, MANY).mapToObj(i -> DomainPattern.parse("n" + i + ".example")).toList(),
        SourceLocation.BUILDER);
  }

  /** None beside another, so that no two become one range. */
  private static Group<Cidr> addresses() {
    return Group.of(
        "block",
        IntStream.range(0, MANY)
            .mapToObj(i -> Cidr.of(IpAddress.ofIpv4((11 << 24) + 2 * i), 32))
            .toList(),
        SourceLocation.BUILDER);
  }

  private static long bytes(List<EgressFilter> filters) {
    return filters.stream().mapToLong(EgressRules::bytes).sum();
  }

  private static String rule(EgressFilter filter, EgressRequest request) {
    return filter.decide(request).reason().rule().id();
  }

  private static void takeLittleMoreThanOne(IntFunction<Policy.Builder> policy) {
    long one = EgressRules.bytes(EgressRules.compile(policy.apply(0).build(), OPTIONS));
    assertThat(one).isGreaterThan(4L * MANY);
    assertThat(bytes(together(10, policy))).isBetween(9 * one / 10, 13 * one / 10);
  }

  @Test
  void tenPoliciesOverOneListOfNamesTakeLittleMoreThanOne() {
    Group<DomainPattern> list = names();
    takeLittleMoreThanOne(
        i ->
            Policy.builder("tenant-" + i)
                .hostGroup(list)
                .rule(Rule.deny("d").hosts("$block"))
                .rule(Rule.allow("a").hosts("*.tenant" + i + ".example")));
  }

  @Test
  void tenPoliciesOverEqualListsOfNamesTakeLittleMoreThanOne() {
    takeLittleMoreThanOne(
        i -> Policy.builder("p").hostGroup(names()).rule(Rule.deny("d" + i).hosts("$block")));
  }

  @Test
  void tenPoliciesOverOneListOfCidrsTakeLittleMoreThanOne() {
    Group<Cidr> list = addresses();
    takeLittleMoreThanOne(
        i -> Policy.builder("p").cidrGroup(list).rule(Rule.deny("d" + i).cidrs("$block")));
  }

  @Test
  void policiesWithNothingInCommonTakeNoMoreThanAlone() {
    IntFunction<Policy.Builder> policy =
        tenant -> {
          Policy.Builder all = Policy.builder("tenant-" + tenant);
          for (int i = 0; i < 20; i++) {
            all.rule(Rule.allow("r" + i).hosts("h" + i + ".tenant" + tenant + ".example"));
          }
          return all;
        };
    List<EgressFilter> filters = together(300, policy);
    EgressFilter alone = EgressRules.compile(policy.apply(7).build(), OPTIONS);
    assertThat(EgressRules.bytes(filters.get(7))).isEqualTo(EgressRules.bytes(alone));
    assertThat(EgressRules.statistics(filters.get(7))).isEqualTo(EgressRules.statistics(alone));
  }

  @Test
  void filtersThatShareCountTheNamesOfAll() {
    List<EgressFilter> filters =
        together(
            policy(Rule.allow("a").hosts("a.example", "b.example")),
            policy(Rule.allow("b").hosts("b.example", "c.example")));
    assertThat(filters)
        .allSatisfy(
            filter ->
                assertThat(EgressRules.statistics(filter).names())
                    .isEqualTo(3 + MetadataHosts.names().size()));
  }

  @Test
  void aCloserNameOfAnotherPolicyHidesNothing() {
    List<EgressFilter> filters =
        together(
            policy(Rule.allow("far").hosts("*.example")),
            policy(Rule.allow("near").hosts("*.a.example", "b.a.example")),
            policy(Rule.deny("apex").hosts(".a.example")));
    for (String host : List.of("a.example", "b.a.example", "c.a.example", "d.c.a.example")) {
      assertThat(rule(filters.get(0), get("https://" + host + "/"))).isEqualTo("far");
    }
    assertThat(rule(filters.get(1), get("https://c.a.example/"))).isEqualTo("near");
    assertThat(filters.get(1).decide(get("https://a.example/")).reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(rule(filters.get(2), get("https://a.example/"))).isEqualTo("apex");
  }

  @Test
  void aNameThatAnotherPolicyListsIsUnknownToThisOne() {
    List<EgressFilter> filters =
        together(
            policy(Rule.allow("a").hosts("a.example")), policy(Rule.allow("b").hosts("b.example")));
    assertThat(filters.get(0).decide(get("https://b.example/")).reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void aLongerPrefixOfAnotherPolicyHidesNothing() {
    List<EgressFilter> filters =
        together(
            policy(Rule.allow("wide").cidrs("8.0.0.0/8")),
            policy(Rule.allow("narrow").cidrs("8.8.0.0/16", "8.8.8.8/32")));
    EgressRequest request = get("https://a.example/", "8.8.8.8");
    assertThat(rule(filters.get(0), request)).isEqualTo("wide");
    assertThat(rule(filters.get(1), request)).isEqualTo("narrow");
    assertThat(filters.get(1).decide(get("https://a.example/", "8.9.0.1")).reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void aHandleMayBeUsedWithAllFilters() {
    List<EgressFilter> filters =
        together(
            policy(Rule.allow("a").hosts("a.example")), policy(Rule.deny("d").hosts("a.example")));
    PreparedTarget handle = filters.get(0).prepare(Target.parse("https://a.example/"));
    EgressRequest request = EgressRequest.to(handle).method("GET").build();
    for (int i = 0; i < 2; i++) {
      assertThat(rule(filters.get(0), request)).isEqualTo("a");
      assertThat(rule(filters.get(1), request)).isEqualTo("d");
    }
  }

  @Test
  void thousandsOfPoliciesMayNameOneHost() {
    List<EgressFilter> filters =
        together(5_000, i -> Policy.builder("tenant").rule(Rule.allow("r" + i).hosts("a.example")));
    EgressRequest request = get("https://a.example/");
    assertThat(rule(filters.get(0), request)).isEqualTo("r0");
    assertThat(rule(filters.get(4_999), request)).isEqualTo("r4999");
  }

  @Test
  void noPoliciesAreNoFilters() {
    assertThat(together()).isEmpty();
  }

  private static PolicyException refusal(CompileOptions options, Policy... policies) {
    return catchThrowableOfType(
        PolicyException.class, () -> EgressRules.compileAll(List.of(policies), options));
  }

  @Test
  void everyProblemOfEveryPolicyIsReportedUnderTheNameOfItsPolicy() {
    Policy good = policy(Rule.allow("a").hosts("a.example"));
    Policy inCode =
        Policy.builder("second")
            .rule(Rule.allow("a").hosts("$nowhere"))
            .rule(Rule.allow("b").hosts("*.com"))
            .build();
    Policy inFile =
        EgressRules.read(
            "{version: 1, policy: third, rules: [{id: a, effect: allow, hosts: ['*.org']}]}",
            "third.yaml",
            Path.of("."));
    assertThat(refusal(OPTIONS, good, inCode, inFile).problems())
        .extracting(problem -> problem.location().file(), Problem::code)
        .containsExactly(
            tuple("second", "unknown-group"),
            tuple("second", "star-over-public-suffix"),
            tuple("third.yaml", "star-over-public-suffix"));
  }

  @Test
  void theLimitOfCostsIsThatOfEachPolicy() {
    Policy cheap = policy(Rule.allow("a").hosts("a.example"));
    Policy costly = policy(Rule.allow("a").hosts("a.example"), Rule.allow("b").hosts("a.example"));
    int limit = EgressRules.statistics(EgressRules.compile(cheap)).worstCost();
    CompileOptions options = OPTIONS.costLimit(limit);
    assertThat(EgressRules.compileAll(List.of(cheap, cheap), options)).hasSize(2);
    assertThat(refusal(options, cheap, costly).problems())
        .extracting(Problem::code)
        .containsExactly("too-costly");
  }
}
