package io.egressrules.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.Cidr;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.Problem.Severity;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyProblemsTest {
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private static Policy.Builder policy() {
    return Policy.builder("test");
  }

  private static SourceLocation line(int line) {
    return new SourceLocation("policy.yaml", line, 5);
  }

  private static void assertOnly(
      Policy.Builder policy, Severity severity, String code, String message) {
    assertThat(EgressRules.check(policy.build()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.severity()).isEqualTo(severity);
              assertThat(problem.message()).isEqualTo(message);
            });
  }

  private static void assertError(Policy.Builder policy, String code, String message) {
    assertOnly(policy, Severity.ERROR, code, message);
    assertThatThrownBy(() -> EgressRules.compile(policy.build()))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining(message);
  }

  private static void assertWarning(Policy.Builder policy, String code, String message) {
    assertOnly(policy, Severity.WARNING, code, message);
    assertThat(EgressRules.compile(policy.build())).isNotNull();
  }

  @Test
  void anEmptyPolicyHasNoProblem() {
    assertThat(EgressRules.check(policy().build())).isEmpty();
  }

  @Test
  void everythingIsFoundInOneRunInTheOrderOfTheText() {
    Policy policy =
        policy()
            .rule(Rule.deny("c").ports("1").grant("10.0.0.0/8").location(line(9)))
            .rule(Rule.allow("a").location(line(3)))
            .rule(Rule.allow("b").hosts("$nobody").location(line(6)))
            .build();
    assertThatThrownBy(() -> EgressRules.compile(policy))
        .isInstanceOfSatisfying(
            PolicyException.class,
            thrown ->
                assertThat(thrown.problems())
                    .extracting(Problem::code)
                    .containsExactly("no-destination", "unknown-group", "grant-on-deny"));
  }

  @Test
  void ruleIdsAreUnique() {
    assertError(
        policy()
            .rule(Rule.allow("a").hosts("a.example").location(line(2)))
            .rule(Rule.deny("a").hosts("b.example").location(line(4))),
        "duplicate-rule-id",
        "rule `a` has the id of the one at policy.yaml:2:5; rename one of the two");
  }

  @Test
  void anUnknownGroupIsNamedWithTheOneThatWasMeant() {
    assertError(
        policy().hostGroup("partners", "a.example").rule(Rule.allow("a").hosts("$partner")),
        "unknown-group",
        "there is no group `partner` under `groups: {hosts}`; did you mean `$partners`?");
  }

  @Test
  void aGroupOfTheOtherKindIsNamedAsSuch() {
    assertError(
        policy().cidrGroup("office", "203.0.114.0/24").rule(Rule.allow("a").hosts("$office")),
        "unknown-group",
        "there is no group `office` under `groups: {hosts}`; it is a group of `cidrs`, so refer to it"
            + " there");
  }

  @Test
  void anUnknownGroupLikeNoOtherAsksForOne() {
    assertError(
        policy().rule(Rule.deny("a").cidrs("$office")),
        "unknown-group",
        "there is no group `office` under `groups: {cidrs}`; write one");
  }

  @Test
  void aProblemOfAnEntryIsWhereTheEntryIs() {
    Policy.Builder policy =
        policy().rule(Rule.allow("a").hosts("$nobody").at("$nobody", line(7)).location(line(2)));
    assertThat(EgressRules.check(policy.build()))
        .extracting(Problem::location)
        .containsExactly(line(7));
  }

  @Test
  void anEmptyGroupMatchesNothingAndIsWorthAWarning() {
    assertWarning(
        policy().hostGroup("partners").rule(Rule.allow("a").hosts("$partners")),
        "empty-group",
        "group `partners` is empty and matches nothing; add entries or leave it out");
  }

  @Test
  void anAllowRuleSaysWhereTo() {
    assertError(
        policy().rule(Rule.allow("a").ports("443")),
        "no-destination",
        "rule `a` allows without saying where to; add `hosts` or `cidrs`, or `any-host` with a reason");
  }

  @Test
  void anyHostDoesNotGoWithHosts() {
    assertError(
        policy().rule(Rule.allow("a").hosts("a.example").anyHost("all")),
        "any-host-with-hosts",
        "rule `a` has both `any-host` and `hosts`; remove the one that is not meant");
  }

  @Test
  void exceptionsAreForDenyRules() {
    assertError(
        policy()
            .rule(
                Rule.allow("a")
                    .hosts(".a.example")
                    .except(Condition.builder().hosts("b.a.example").build())),
        "except-on-allow",
        "rule `a` allows and has `except`; write a deny rule for what it must not reach");
  }

  @Test
  void grantsAndRequirementsAreForAllowRules() {
    assertError(
        policy().rule(Rule.deny("a").grant("10.0.0.0/8")),
        "grant-on-deny",
        "rule `a` denies and has `grant`; move it to the allow rule that needs it");
    assertError(
        policy().rule(Rule.deny("a").require(Requirement.TLS)),
        "require-on-deny",
        "rule `a` denies and has `require`; move it to an allow rule");
  }

  @Test
  void anExceptionWithoutConditionsWouldVoidTheRule() {
    assertError(
        policy().rule(Rule.deny("a").except(Condition.builder().build())),
        "empty-exception",
        "rule `a` has an exception that always holds, so it never denies; add conditions to it");
  }

  @Test
  void instantsAreNoFinerThanClocks() {
    Instant fine = Instant.parse("2030-01-01T00:00:00.0001Z");
    assertError(
        policy().rule(Rule.allow("a").hosts("a.example").until(fine)),
        "instant-too-fine",
        "`until: 2030-01-01T00:00:00.000100Z` is finer than a millisecond; write at most three decimals");
    assertError(
        policy().reportOnly(new ReportOnly(List.of("a"), fine, null, line(1))),
        "instant-too-fine",
        "`until: 2030-01-01T00:00:00.000100Z` is finer than a millisecond; write at most three decimals");
  }

  @Test
  void aRuleThatEndsWhileItIsReportedNeverTakesEffect() {
    assertWarning(
        policy()
            .rule(Rule.deny("a").hosts("a.example").until(LATER).reportUntil(LATER.plusSeconds(1))),
        "ends-while-reporting",
        "rule `a` ends before its `report-until` and is never more than reported; move `until` behind it");
  }

  @Test
  void aStarOverAPublicSuffixIsRefused() {
    for (String pattern : List.of("*.co.uk", ".co.uk")) {
      assertError(
          policy().rule(Rule.allow("a").hosts(pattern)),
          "star-over-public-suffix",
          "`"
              + pattern
              + "` matches every domain registered below `co.uk`; name the domain, as in"
              + " `*.example.co.uk`, or use `any-host` with a reason");
    }
  }

  @Test
  void aStarOverAPublicSuffixInAGroupIsRefusedOnlyWhereItLetsThrough() {
    Policy.Builder denied = policy().hostGroup("all", "*.com").rule(Rule.deny("a").hosts("$all"));
    assertThat(EgressRules.check(denied.build())).isEmpty();
    Policy.Builder excepted =
        policy()
            .hostGroup("all", "*.com")
            .rule(Rule.deny("a").except(Condition.builder().hosts("$all").build()));
    assertThat(EgressRules.check(excepted.build()))
        .extracting(Problem::code)
        .containsExactly("star-over-public-suffix");
  }

  /** The list has `*.ck` and `*.kobe.jp`, and neither `ck` nor `kobe.jp`. */
  @Test
  void aStarOverNamesThatAreAllPublicSuffixesIsRefused() {
    for (String name : List.of("ck", "mm", "kobe.jp")) {
      assertError(
          policy().rule(Rule.allow("a").hosts("*." + name)),
          "star-over-public-suffix",
          "`*."
              + name
              + "` matches every domain registered below the names below `"
              + name
              + "`; name the domain, as in `*.example.region."
              + name
              + "`, or use `any-host` with a reason");
    }
  }

  @Test
  void aStarOverAnExceptionOfThePublicSuffixListIsFine() {
    for (String pattern : List.of("*.www.ck", ".city.kobe.jp", "*.example.region.kobe.jp")) {
      Policy policy = policy().rule(Rule.allow("a").hosts(pattern)).build();
      assertThat(EgressRules.check(policy)).as(pattern).isEmpty();
    }
  }

  @Test
  void aStarOverSharedHostingBelowAStarIsWorthAWarning() {
    assertWarning(
        policy().rule(Rule.allow("a").hosts("*.compute.amazonaws.com")),
        "star-over-shared-hosting",
        "`*.compute.amazonaws.com` matches every customer of the names below"
            + " `compute.amazonaws.com`; name yours, as in `yours.region.compute.amazonaws.com`");
  }

  @Test
  void aStarOverSharedHostingIsWorthAWarning() {
    assertWarning(
        policy().rule(Rule.allow("a").hosts("*.github.io")),
        "star-over-shared-hosting",
        "`*.github.io` matches every customer of `github.io`; name yours, as in `yours.github.io`");
  }

  @Test
  void aGrantOfGuardedSpaceIsRefused() {
    assertError(
        policy().rule(Rule.allow("a").hosts("a.example").grant("169.254.0.0/16")),
        "grant-of-guarded-space",
        "`grant: [169.254.0.0/16]` of rule `a` holds link-local addresses, which are never allowed;"
            + " name narrower blocks beside them");
    assertError(
        policy().rule(Rule.allow("a").hosts("a.example").grant("fd00:ec2::/64")),
        "grant-of-guarded-space",
        "`grant: [fd00:ec2::/64]` of rule `a` holds cloud metadata addresses, which are never allowed;"
            + " name narrower blocks beside them");
  }

  @Test
  void aGrantOfLoopbackAloneIsFine() {
    for (String block : List.of("127.0.0.0/8", "127.0.0.1/32", "::1/128", "::ffff:127.0.0.1/128")) {
      Policy policy = policy().rule(Rule.allow("a").hosts("a.example").grant(block)).build();
      assertThat(EgressRules.check(policy)).as(block).isEmpty();
    }
  }

  @Test
  void specialAddressesWithoutAGrantNeverMatch() {
    assertWarning(
        policy().rule(Rule.allow("a").cidrs("10.1.0.0/16")),
        "special-without-grant",
        "`10.1.0.0/16` in rule `a` never matches: its addresses are private-use; add `grant:"
            + " [10.1.0.0/16]`");
    assertWarning(
        policy().rule(Rule.allow("a").cidrs("169.254.0.0/16")),
        "special-without-grant",
        "`169.254.0.0/16` in rule `a` never matches: its addresses are link-local and never allowed;"
            + " remove it");
    Policy granted =
        policy().rule(Rule.allow("a").cidrs("10.1.0.0/16").grant("10.0.0.0/8")).build();
    assertThat(EgressRules.check(granted)).isEmpty();
  }

  @Test
  void specialAddressesOfAGroupAreFoundToo() {
    Policy.Builder policy =
        policy().cidrGroup("office", "192.168.0.0/16").rule(Rule.allow("a").cidrs("$office"));
    assertThat(EgressRules.check(policy.build()))
        .extracting(Problem::code)
        .containsExactly("special-without-grant");
  }

  @Test
  void aNat64PrefixHasOneOfTheLengthsOfRfc6052() {
    Policy.Builder policy =
        policy()
            .addresses(
                new AddressOptions(MixedAnswers.DENY, List.of(Cidr.parse("2001:db8::/33")), false));
    assertThat(EgressRules.check(policy.build()))
        .extracting(Problem::code)
        .containsExactly("nat64-prefix");
  }

  @Test
  void anAllowRuleThatADenyRuleVoidsIsWorthAWarning() {
    assertWarning(
        policy()
            .rule(Rule.allow("a").hosts("a.example", "b.example").ports("443"))
            .rule(Rule.deny("d").hosts("b.example", "a.example").ports("443").location(line(8))),
        "contradictory-rules",
        "rule `a` allows nothing, because rule `d` at policy.yaml:8:5 denies the same; remove one of"
            + " the two");
  }

  @Test
  void aNameThatLooksLikeAnotherIsWorthAWarning() {
    assertWarning(
        policy().rule(Rule.allow("a").hosts("*.xn--80ak6aa92e.com")),
        "look-alike",
        "`*.xn--80ak6aa92e.com` looks like `apple.com` when it is shown in unicode; make sure that it"
            + " is the name you mean");
  }

  @Test
  void aNameThatOnlyIsInUnicodeIsNotNorIsOneThatIsDenied() {
    Policy policy =
        policy()
            .rule(Rule.allow("a").hosts("xn--mnchen-3ya.example", "xn--p1ai", "xn--0.example"))
            .rule(Rule.deny("d").hosts("xn--80ak6aa92e.com"))
            .build();
    assertThat(EgressRules.check(policy)).isEmpty();
  }

  @Test
  void aPolicyBeyondTheCostLimitIsRefused() {
    Policy.Builder policy = policy();
    for (int i = 0; i < 20; i++) {
      policy.rule(Rule.allow("r" + i).anyHost("test").subjects("s" + i));
    }
    assertThatThrownBy(
            () -> EgressRules.compile(policy.build(), CompileOptions.DEFAULT.costLimit(50)))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("more than the limit of 50")
        .hasMessageContaining("[too-costly]");
    assertThat(EgressRules.compile(policy.build())).isNotNull();
  }
}
