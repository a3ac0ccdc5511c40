package io.egressrules.engine.tree;

import static io.egressrules.engine.Requests.get;
import static io.egressrules.engine.Requests.getAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Explanation.Result;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.Scheme;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static Rule.Builder allow(String id) {
    return Rule.allow(id).location(new SourceLocation("policy.yaml", 12, 5));
  }

  private static Rule.Builder deny(String id) {
    return Rule.deny(id).location(new SourceLocation("policy.yaml", 20, 5));
  }

  private static Explanation explain(EgressRequest request, Rule.Builder... rules) {
    Policy.Builder policy = Policy.builder("test").hostGroup("g", "*.group.example");
    for (Rule.Builder rule : rules) {
      policy.rule(rule);
    }
    return EgressRules.compile(
            policy.build(), CompileOptions.DEFAULT.clock(InstantSource.fixed(NOW)))
        .explain(request);
  }

  private static void assertAdvice(Explanation explanation, String field, String suggestion) {
    assertThat(explanation.nearest()).isNotNull();
    assertThat(explanation.nearest().field()).isEqualTo(field);
    assertThat(explanation.suggestion()).isEqualTo(suggestion);
  }

  @Test
  void anAllowedRequestNeedsNoAdvice() {
    Explanation explanation = explain(get("https://a.example/"), allow("r").hosts("a.example"));
    assertThat(explanation.nearest()).isNull();
    assertThat(explanation.suggestion()).isNull();
    assertThat(explanation.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.result()).isEqualTo(Result.MATCHED));
  }

  @Test
  void theStepsAreTheRulesThatWereLookedAtInTheirOrder() {
    Explanation explanation =
        explain(
            get("https://a.b.example/"),
            allow("exact").hosts("a.b.example").methods("PUT"),
            allow("below").hosts("*.b.example"),
            deny("other").hosts("a.b.example").ports("8443"),
            deny("elsewhere").hosts("c.example"));
    assertThat(explanation.steps().toString())
        .isEqualTo(
            "[other (policy.yaml:20:5): NOT_MATCHED (ports), "
                + "exact (policy.yaml:12:5): NOT_MATCHED (methods), "
                + "below (policy.yaml:12:5): MATCHED]");
  }

  @Test
  void stepsTellExceptionsAndExpiryAndUnknownAddressesAndReportOnly() {
    Explanation explanation =
        explain(
            get("https://a.example/"),
            deny("d").hosts("a.example").except(Condition.builder().ports("443").build()),
            allow("old").hosts("a.example").until(NOW),
            allow("tried").hosts("a.example").reportUntil(NOW.plusSeconds(1)),
            allow("wide").cidrs("8.0.0.0/8"));
    assertThat(explanation.steps())
        .extracting(
            step ->
                step.rule().id()
                    + " "
                    + step.result()
                    + " "
                    + step.field()
                    + " "
                    + step.reportOnly())
        .containsExactly(
            "d EXCEPTED except false",
            "old EXPIRED until false",
            "tried MATCHED null true",
            "wide UNKNOWN cidrs false");
  }

  @Test
  void anUnmetRequirementIsNamedWithTheValueToAdd() {
    assertAdvice(
        explain(get("https://a.example:8443/"), allow("r").hosts("a.example").ports("443")),
        "ports",
        "add `ports: [8443]` to rule `r` (policy.yaml:12:5)");
    assertAdvice(
        explain(get("https://a.example/"), allow("r").hosts("a.example").methods("PUT")),
        "methods",
        "add `methods: [GET]` to rule `r` (policy.yaml:12:5)");
    assertAdvice(
        explain(get("http://a.example/"), allow("r").hosts("a.example").schemes(Scheme.HTTPS)),
        "schemes",
        "add `schemes: [http]` to rule `r` (policy.yaml:12:5)");
    assertAdvice(
        explain(get("http://a.example/"), allow("r").hosts("a.example").require(Requirement.TLS)),
        "require",
        "call with tls, which rule `r` (policy.yaml:12:5) requires");
  }

  @Test
  void aPathIsNeverQuoted() {
    Explanation explanation =
        explain(get("https://a.example/secret"), allow("r").hosts("a.example").paths("/v1/**"));
    assertAdvice(
        explanation, "paths", "add the call's path to `paths` of rule `r` (policy.yaml:12:5)");
    assertThat(explanation.toString()).doesNotContain("secret");
  }

  @Test
  void anApexIsDistinguishedFromTheNamesBelow() {
    assertAdvice(
        explain(get("https://x.example.com/"), allow("r").hosts("*.x.example.com")),
        "hosts",
        "write `.x.example.com` in place of `*.x.example.com` in rule `r` (policy.yaml:12:5), which"
            + " then matches `x.example.com` too");
    assertAdvice(
        explain(get("https://a.x.example.com/"), allow("r").hosts("x.example.com")),
        "hosts",
        "write `.x.example.com` in place of `x.example.com` in rule `r` (policy.yaml:12:5), which"
            + " then matches `a.x.example.com` too");
  }

  @Test
  void aTypingErrorInTheHostIsRecognised() {
    assertAdvice(
        explain(get("https://api.partnr.com/"), allow("r").hosts("api.partner.com")),
        "hosts",
        "did you mean `api.partner.com` of rule `r` (policy.yaml:12:5)? otherwise add `hosts:"
            + " [api.partnr.com]` to rule `r` (policy.yaml:12:5)");
  }

  @Test
  void anotherHostOfTheSameDomainIsClose() {
    assertAdvice(
        explain(get("https://static.partner.co.uk/"), allow("r").hosts("api.partner.co.uk")),
        "hosts",
        "add `hosts: [static.partner.co.uk]` to rule `r` (policy.yaml:12:5)");
  }

  @Test
  void patternsOfGroupsAreCompared() {
    assertAdvice(
        explain(get("https://group.example/"), allow("r").hosts("$g")),
        "hosts",
        "write `.group.example` in place of `*.group.example` in rule `r` (policy.yaml:12:5), which"
            + " then matches `group.example` too");
  }

  @Test
  void nothingIsCloseThatDiffersInTwoFields() {
    Explanation explanation =
        explain(
            get("https://api.partnr.com:99/"), allow("r").hosts("api.partner.com").ports("443"));
    assertThat(explanation.nearest()).isNull();
    assertThat(explanation.suggestion())
        .isEqualTo("write an allow rule with `hosts: [api.partnr.com]`");
  }

  @Test
  void theCallerIsNamed() {
    assertAdvice(
        explain(
            getAs("batch", "https://a.example/"), allow("r").hosts("a.example").subjects("web")),
        "subjects",
        "add `subjects: [batch]` to rule `r` (policy.yaml:12:5)");
    assertAdvice(
        explain(get("https://a.example/"), allow("r").hosts("a.example").subjects("web")),
        "subjects",
        "state the subject of the call, which rule `r` (policy.yaml:12:5) asks for");
  }

  @Test
  void aSpecialAddressNeedsAGrant() {
    assertAdvice(
        explain(get("https://a.example/", "10.20.0.5"), allow("r").hosts("a.example")),
        "grant",
        "add `grant: [10.20.0.5/32]` to rule `r` (policy.yaml:12:5)");
    assertAdvice(
        explain(get("http://127.0.0.1/"), allow("r").cidrs("127.0.0.0/8")),
        "grant",
        "add `grant: [127.0.0.1/32]` to rule `r` (policy.yaml:12:5)");
  }

  @Test
  void guardedSpaceHasNoRemedy() {
    Explanation explanation =
        explain(get("https://a.example/", "169.254.169.254"), allow("r").hosts("a.example"));
    assertThat(explanation.suggestion()).isNull();
  }

  @Test
  void anAddressOutsideTheCidrsIsNamed() {
    assertAdvice(
        explain(get("https://a.example/", "9.9.9.9"), allow("r").cidrs("8.0.0.0/8")),
        "cidrs",
        "add `cidrs: [9.9.9.9/32]` to rule `r` (policy.yaml:12:5)");
  }

  @Test
  void aDenyRuleCanHaveAnException() {
    assertThat(explain(get("https://a.example/"), deny("d").hosts("a.example")).suggestion())
        .isEqualTo("if the call is right, add an `except` to rule `d` (policy.yaml:20:5)");
  }

  @Test
  void anExpiredRuleCanBeRenewed() {
    Explanation explanation =
        explain(get("https://a.example/"), allow("r").hosts("a.example").until(NOW));
    assertThat(explanation.nearest().result()).isEqualTo(Result.EXPIRED);
    assertThat(explanation.suggestion())
        .isEqualTo("if the call is still right, renew `until` of rule `r` (policy.yaml:12:5)");
  }

  @Test
  void aRefusedTraitCanBeAdmitted() {
    assertThat(explain(get("https://a_b.example/"), allow("r").hosts("a_b.example")).suggestion())
        .isEqualTo("write the url without underscore, or add `target: {admit: [underscore]}`");
  }

  @Test
  void mixedAnswersCanBeFiltered() {
    assertThat(
            explain(get("https://a.example/", "8.8.8.8", "10.0.0.1"), allow("r").hosts("a.example"))
                .suggestion())
        .isEqualTo("to leave the denied addresses out, set `addresses: {mixed-answers: filter}`");
    assertThat(
            explain(
                    get("https://a.example/", "8.8.8.8", "127.0.0.1"),
                    allow("r").hosts("a.example"))
                .suggestion())
        .isNull();
  }
}
