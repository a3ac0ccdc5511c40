package io.egressrules.engine.tree;

import static io.egressrules.engine.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.Advice;
import io.egressrules.BodyFacts;
import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Obligation;
import io.egressrules.Phase;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.Effect;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.Policy;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the oracle does not say: data of reasons, phases, advice, needs, failures, the clock. */
class TreeFilterTest {
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private static EgressFilter filter(Rule.Builder... rules) {
    return EgressRules.compile(policy(rules).build());
  }

  private static Policy.Builder policy(Rule.Builder... rules) {
    Policy.Builder policy = Policy.builder("test");
    for (Rule.Builder rule : rules) {
      policy.rule(rule);
    }
    return policy;
  }

  private static EgressRequest withFindings(EgressRequest request, InspectionAction... actions) {
    List<Finding> findings =
        Arrays.stream(actions)
            .map(
                action ->
                    new Finding(
                        "key", Finding.Place.BODY, 0, 1, Confidence.LIKELY, action, "00", "*"))
            .toList();
    return request.withBody(BodyFacts.declared(1, null, null).withFindings(findings));
  }

  @Test
  void everyDecisionNamesThePolicyAndThePhase() {
    EgressFilter filter = filter(Rule.allow("r").hosts("a.example"));
    EgressRequest request = get("https://a.example/");
    EgressRequest vetted = get("https://a.example/", "8.8.8.8");
    assertThat(filter.decide(request).phase()).isEqualTo(Phase.REQUEST);
    assertThat(filter.decide(vetted).phase()).isEqualTo(Phase.CONNECT);
    assertThat(filter.decide(withFindings(vetted)).phase()).isEqualTo(Phase.BODY);
    assertThat(filter.decide(get("https://b.example/")).phase()).isEqualTo(Phase.REQUEST);
    assertThat(filter.decide(get("https://b.example/", "8.8.8.8")).policyId())
        .isEqualTo(filter.policyId());
  }

  @Test
  void theAddressesOfANameAreToBeCheckedInEveryPhaseUntilTheyAreStated() {
    EgressFilter filter = filter(Rule.allow("r").hosts("a.example").require(Requirement.TLS));
    assertThat(filter.decide(get("https://a.example/")).obligations())
        .containsExactly(Obligation.CheckAddresses.INSTANCE, Obligation.RequireTls.INSTANCE);
    assertThat(filter.decide(withFindings(get("https://a.example/"))).obligations())
        .containsExactly(Obligation.CheckAddresses.INSTANCE, Obligation.RequireTls.INSTANCE);
    assertThat(filter.decide(get("https://a.example/", "8.8.8.8")).obligations())
        .containsExactly(Obligation.RequireTls.INSTANCE);
  }

  @Test
  void anIpLiteralHasNoAddressToCheck() {
    EgressFilter filter = filter(Rule.allow("r").cidrs("8.8.8.0/24"));
    assertThat(filter.decide(get("https://8.8.8.8/")).obligations()).isEmpty();
  }

  @Test
  void aRuleThatEndsSaysSo() {
    Rule rule = Rule.allow("r").hosts("a.example").until(LATER).build();
    EgressFilter filter = EgressRules.compile(Policy.builder("test").rule(rule).build());
    assertThat(filter.decide(get("https://a.example/")).advice())
        .containsExactly(new Advice.RuleEnds(rule.ref(), LATER));
  }

  @Test
  void aFindingThatMustNotLeaveDeniesUnderTheRuleThatWouldHaveAllowed() {
    EgressFilter filter = filter(Rule.allow("r").hosts("a.example"));
    EgressRequest vetted = get("https://a.example/", "8.8.8.8");
    Decision leak =
        filter.decide(withFindings(vetted, InspectionAction.REDACT, InspectionAction.DENY));
    assertThat(leak.effect()).isEqualTo(Effect.DENY);
    assertThat(leak.reason().code()).isEqualTo(ReasonCode.DLP_MATCH);
    assertThat(leak.reason().rule().id()).isEqualTo("r");
    assertThat(filter.decide(withFindings(vetted, InspectionAction.REDACT)).isAllowed()).isTrue();
  }

  @Test
  void anEarlierLevelIsStrongerThanAFinding() {
    EgressFilter filter = filter(Rule.allow("r").hosts("a.example"));
    EgressRequest special = get("https://a.example/", "10.0.0.1");
    assertThat(filter.decide(withFindings(special, InspectionAction.DENY)).reason().code())
        .isEqualTo(ReasonCode.ADDRESS_SPECIAL);
  }

  @Test
  void aLeakOfAReportOnlySubjectIsReported() {
    EgressFilter filter =
        EgressRules.compile(
            policy(Rule.allow("r").hosts("a.example"))
                .reportOnly(new ReportOnly(List.of("s"), LATER, null, SourceLocation.BUILDER))
                .build());
    EgressRequest request =
        EgressRequest.toUrl("https://a.example/")
            .subject("s")
            .addresses(List.of(IpAddress.parse("8.8.8.8")))
            .build();
    Decision leak = filter.decide(withFindings(request, InspectionAction.DENY));
    assertThat(leak.reason().code()).isEqualTo(ReasonCode.REPORT_ONLY);
    assertThat(leak.wouldBe().reason().code()).isEqualTo(ReasonCode.DLP_MATCH);
  }

  @Test
  void reasonsOfAddressesNameThemAndTheirClass() {
    EgressFilter filter =
        filter(Rule.allow("r").hosts("a.example"), Rule.deny("d").cidrs("9.0.0.0/8"));
    Reason special = filter.decide(get("https://a.example/", "::ffff:10.0.0.1")).reason();
    assertThat(special.privateText())
        .isEqualTo(
            "the address is special-purpose; a `grant` on the allow rule would admit it; address"
                + " 10.0.0.1 is private-use");
    Reason denied = filter.decide(get("https://a.example/", "9.9.9.9")).reason();
    assertThat(denied.address()).isEqualTo(IpAddress.parse("9.9.9.9"));
    assertThat(denied.rule().id()).isEqualTo("d");
    Reason mixed = filter.decide(get("https://a.example/", "8.8.8.8", "9.9.9.9")).reason();
    assertThat(mixed.cause()).isEqualTo(ReasonCode.DENIED_BY_RULE);
    assertThat(mixed.address()).isEqualTo(IpAddress.parse("9.9.9.9"));
  }

  @Test
  void aMalformedTargetNamesTheRuleOfTheGate() {
    EgressFilter filter = filter();
    EgressRequest request = EgressRequest.toUrl("https://0x7f.1/").build();
    assertThat(filter.decide(request).reason().gateRule()).isEqualTo(request.malformed());
    assertThat(filter.decide(EgressRequest.toUrl(null).build()).reason())
        .isEqualTo(Reason.of(ReasonCode.TARGET_MALFORMED));
  }

  @Test
  void needsFollowFromWhatMayBeAllowed() {
    assertThat(filter(Rule.deny("d")).needs()).containsExactly(Capability.REQUEST);
    assertThat(filter(Rule.allow("r").hosts("a.example")).needs())
        .containsExactlyInAnyOrder(Capability.REQUEST, Capability.ADDRESSES, Capability.REDIRECTS);
    assertThat(
            filter(Rule.allow("r").hosts("a.example").require(Requirement.NONE.inspect("x")))
                .needs())
        .containsExactlyInAnyOrder(Capability.values());
  }

  @Test
  void whateverFailsInsideIsADenial() {
    InstantSource broken =
        () -> {
          throw new IllegalStateException("no clock");
        };
    EgressFilter filter =
        EgressRules.compile(
            policy(Rule.allow("r").hosts("a.example").until(LATER)).build(),
            CompileOptions.DEFAULT.clock(broken));
    Decision decision = filter.decide(get("https://a.example/", "8.8.8.8"));
    assertThat(decision.effect()).isEqualTo(Effect.DENY);
    assertThat(decision.reason()).isEqualTo(Reason.of(ReasonCode.INTERNAL_FAILURE));
    assertThat(decision.phase()).isEqualTo(Phase.CONNECT);
    assertThat(filter.explain(get("https://a.example/")).decision().reason().code())
        .isEqualTo(ReasonCode.INTERNAL_FAILURE);
  }

  @Test
  void aLackOfStackOrMemoryIsADenial() {
    for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError())) {
      InstantSource broken =
          () -> {
            throw error;
          };
      EgressFilter filter =
          EgressRules.compile(
              policy(Rule.allow("r").hosts("a.example").until(LATER)).build(),
              CompileOptions.DEFAULT.clock(broken));
      assertThat(filter.decide(get("https://a.example/")).reason().code())
          .isEqualTo(ReasonCode.INTERNAL_FAILURE);
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void evenNoRequestIsADenial() {
    EgressFilter filter = filter();
    assertThat(filter.decide(null).reason().code()).isEqualTo(ReasonCode.INTERNAL_FAILURE);
    assertThat(filter.explain(null).decision()).isEqualTo(filter.decide(null));
  }

  @Test
  void theClockIsReadOncePerDecisionAndOnlyWhereItMatters() {
    AtomicInteger reads = new AtomicInteger();
    InstantSource clock =
        () -> {
          reads.incrementAndGet();
          return Instant.EPOCH;
        };
    EgressFilter filter =
        EgressRules.compile(
            policy(
                    Rule.allow("timed").hosts("timed.example").until(LATER),
                    Rule.allow("also").hosts(".example").until(LATER),
                    Rule.allow("other").hosts("other.test"))
                .build(),
            CompileOptions.DEFAULT.clock(clock));
    filter.decide(get("https://other.test/"));
    filter.decide(get("https://nowhere.test/"));
    assertThat(reads).hasValue(0);
    filter.decide(get("https://timed.example/", "8.8.8.8", "9.9.9.9"));
    assertThat(reads).hasValue(1);
  }

  @Test
  void aStringNamesThePolicy() {
    EgressFilter filter = filter();
    assertThat(filter).hasToString(filter.policyId() + " [REQUEST]");
  }
}
