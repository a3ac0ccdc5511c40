package io.egressrules.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.EgressRules;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Problem;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiesTest {
  private static List<String> messages(Rule.Builder first, Rule.Builder second) {
    Policy policy =
        Policy.builder("test").hostGroup("g", "g.example").rule(first).rule(second).build();
    return EgressRules.check(policy).stream().map(Problem::message).toList();
  }

  private static Rule.Builder inspected(String id) {
    return Rule.allow(id).require(Requirement.NONE.inspect("secrets"));
  }

  @Test
  void unlikeRequirementsForOnePatternAreReported() {
    assertThat(messages(Rule.allow("b").hosts("a.example"), inspected("a").hosts("a.example")))
        .containsExactly(
            "rules `a` and `b` match `a.example` equally and require different things; `a` counts"
                + " because of its id: give both the same `require`, or one a closer entry");
  }

  @Test
  void unlikeRequirementsForOneGroupOrAnyHostOrOneCidrAreReported() {
    assertThat(messages(Rule.allow("b").hosts("$g"), inspected("a").hosts("$g"))).hasSize(1);
    assertThat(messages(Rule.allow("b").anyHost("x"), inspected("a").anyHost("y"))).hasSize(1);
    assertThat(messages(Rule.allow("b").cidrs("8.0.0.0/8"), inspected("a").cidrs("8.0.0.0/8")))
        .hasSize(1);
  }

  @Test
  void aCloserPatternBreaksTheTie() {
    assertThat(messages(Rule.allow("b").hosts(".a.example"), inspected("a").hosts("a.example")))
        .isEmpty();
  }

  @Test
  void likeRequirementsTieWithoutHarm() {
    assertThat(messages(inspected("b").hosts("a.example"), inspected("a").hosts("a.example")))
        .isEmpty();
  }

  @Test
  void rulesThatNeverMeetDoNotTie() {
    assertThat(
            messages(
                Rule.allow("b").hosts("a.example").subjects("x"),
                inspected("a").hosts("a.example").subjects("y")))
        .isEmpty();
    assertThat(
            messages(
                Rule.allow("b").hosts("a.example").ports("1-99"),
                inspected("a").hosts("a.example").ports("100")))
        .isEmpty();
    assertThat(
            messages(
                Rule.allow("b").hosts("a.example").label("tier", "gold"),
                inspected("a").hosts("a.example").label("tier", "silver")))
        .isEmpty();
    assertThat(
            messages(
                Rule.allow("b").hosts("a.example").methods("GET"),
                inspected("a").hosts("a.example").methods("PUT")))
        .isEmpty();
  }

  @Test
  void rulesThatMeetInSomeRequestsTie() {
    assertThat(
            messages(
                Rule.allow("b").hosts("a.example").subjects("batch/*").label("tier", "gold"),
                inspected("a").hosts("a.example").subjects("batch/nightly").label("zone", "eu")))
        .hasSize(1);
  }
}
