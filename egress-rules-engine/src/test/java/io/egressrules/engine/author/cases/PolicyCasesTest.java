package io.egressrules.engine.author.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCasesTest {
  private static final Policy POLICY =
      Policy.builder("p")
          .rule(
              Rule.allow("partner")
                  .hosts("api.partner.example")
                  .until(Instant.parse("2026-07-01T00:00:00Z")))
          .build();

  @Test
  void a_case_that_is_decided_otherwise_tells_what_differs_and_why() {
    List<CaseFailure> failures =
        run(
            """
            now: 2026-06-01
            cases:
              - case: as expected
                request: {host: api.partner.example}
                expect: {effect: allow}
              - case: not as expected
                request: {host: api.partner.example}
                expect: {effect: deny, reason: no-rule-matched, rule: other, obligations: none, would-be: {effect: allow}}
            """);
    assertThat(failures)
        .singleElement()
        .asString()
        .startsWith(
            """
        cases.yaml:6:5: not as expected
          effect: expected deny, was allow
          reason: expected no-rule-matched, was allowed-by-rule
          rule: expected other, was partner
          obligations: expected none, was check-addresses
          would-be effect: expected allow, was none
          because ALLOW ALLOWED_BY_RULE at REQUEST: an allow rule matches; rule partner ((builder))""");
  }

  @Test
  void every_case_has_its_own_time() {
    assertThat(
            run(
                """
                now: 2026-08-01
                cases:
                  - {request: {host: api.partner.example}, expect: {effect: deny, reason: rule-expired}}
                  - {now: 2026-06-01, request: {host: api.partner.example}, expect: {effect: allow}}
                  - {request: {host: api.partner.example}, expect: {effect: deny}}
                """))
        .isEmpty();
  }

  @Test
  void all_problems_of_a_file_are_told_at_once() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(
            () ->
                run(
                    """
                    cases:
                      - request: {url: "https://a.example", host: a.example, methd: GET}
                        expect: {effect: allow, reason: allowed-by-rul}
                      - request: {host: a..b, port: 443-444, labels: [a], addresses: [10.0.0.0/8]}
                        expect: {reason: none}
                      - {}
                    """))
        .satisfies(
            refused ->
                assertThat(refused.problems())
                    .extracting(problem -> problem.location().line() + " " + problem.code())
                    .containsExactly(
                        "1 missing-key",
                        "2 misplaced-key",
                        "2 unknown-key",
                        "3 unknown-word",
                        "4 malformed-request",
                        "4 malformed-port",
                        "4 wrong-type",
                        "4 malformed-request",
                        "5 missing-key",
                        "5 unknown-word",
                        "6 missing-key",
                        "6 missing-key"));
  }

  @Test
  void a_file_without_cases_tries_nothing_and_is_refused() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> run("now: 2026-06-01\ncases: []\n"))
        .withMessageContaining("there is no case");
  }

  private static List<CaseFailure> run(String cases) {
    return PolicyCases.read(cases, "cases.yaml")
        .run(clock -> EgressRules.compile(POLICY, CompileOptions.DEFAULT.clock(clock)));
  }
}
