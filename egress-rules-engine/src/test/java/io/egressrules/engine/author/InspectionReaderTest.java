package io.egressrules.engine.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.egressrules.policy.Confidence;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.Redaction;
import io.egressrules.policy.SourceLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionReaderTest {
  private static final String HEAD = "version: 1\npolicy: p\n";

  private static Policy read(String text) {
    return PolicyReader.DEFAULT.read(HEAD + text, "policy.yaml", Path.of("."));
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(PolicyException.class, () -> read(text)).problems();
  }

  @Test
  void every_key_of_a_detector_is_read() {
    String text =
        """
        detectors:
          acme-ticket:
            patterns: ['ACME-[0-9]{8}', 'AC\\d+']
            near: [ticket, case]
            validator: luhn
            entropy: 3.5
            stop-words: [example]
            confidence: very-likely
        """;
    assertThat(read(text).detectors())
        .containsExactly(
            new DetectorDefinition(
                "acme-ticket",
                List.of("ACME-[0-9]{8}", "AC\\d+"),
                List.of("ticket", "case"),
                "luhn",
                3.5,
                List.of("example"),
                Confidence.VERY_LIKELY,
                SourceLocation.BUILDER));
  }

  @Test
  void every_key_of_a_profile_is_read() {
    String text =
        """
        profiles:
          outbound:
            detectors: [secrets, payment-card, acme-ticket]
            confidence: very-likely
            action: redact
            actions: {email-address: report, payment-card: redact}
            redaction: last-four
            exempt: [.payments.example, MÜNCHEN.example]
            exempt-headers: [Cookie, X-Api-Key]
            report-only: {payment-card: 2027-01-31, own: "2027-02-28T12:00:00Z"}
            unreadable: report
            budget: {bytes: 10485760, milliseconds: 250, exhausted: report}
        """;
    assertThat(read(text).profiles().values())
        .containsExactly(
            InspectionProfile.builder("outbound")
                .detectors("secrets", "payment-card", "acme-ticket")
                .confidence(Confidence.VERY_LIKELY)
                .action(InspectionAction.REDACT)
                .action("email-address", InspectionAction.REPORT)
                .action("payment-card", InspectionAction.REDACT)
                .redaction(Redaction.LAST_FOUR)
                .exempt(".payments.example", "xn--mnchen-3ya.example")
                .exemptHeaders("Cookie", "X-Api-Key")
                .reportOnly("payment-card", Instant.parse("2027-01-31T00:00:00Z"))
                .reportOnly("own", Instant.parse("2027-02-28T12:00:00Z"))
                .unreadable(InspectionAction.REPORT)
                .budget(
                    new InspectionBudget(
                        10_485_760, Duration.ofMillis(250), InspectionAction.REPORT))
                .build());
  }

  @Test
  void what_is_not_written_is_as_in_a_builder() {
    Policy policy =
        read(
            """
            detectors: {ticket: {patterns: 'T[0-9]+'}}
            profiles: {a: {detectors: own}, b: {detectors: own, budget: {}}}
            """);
    assertThat(policy.detectors()).containsExactly(DetectorDefinition.of("ticket", "T[0-9]+"));
    assertThat(policy.profiles().values())
        .containsExactly(
            InspectionProfile.builder("a").detectors("own").build(),
            InspectionProfile.builder("b").detectors("own").build());
  }

  @Test
  void no_header_needs_to_be_exempt() {
    assertThat(read("profiles: {p: {detectors: own, exempt-headers: []}}").profiles().values())
        .containsExactly(InspectionProfile.builder("p").detectors("own").exemptHeaders().build());
  }

  @Test
  void detectors_and_profiles_know_where_they_are_written() {
    Policy policy = read("detectors:\n  t: {patterns: x}\nprofiles:\n  a: {detectors: [own]}\n");
    assertThat(policy.detectors().get(0).location()).hasToString("policy.yaml:4:3");
    assertThat(policy.profiles().values())
        .extracting(InspectionProfile::location)
        .containsExactly(new SourceLocation("policy.yaml", 6, 3));
  }

  /** The detector stands in line 3, behind {@code detectors: }. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [a]                                    | 12 | wrong-type       | expected detectors such as `{ticket: {patterns: 'ACME-[0-9]{8}'}}`, found a list
          {Ticket: {patterns: x}}                | 13 | malformed-name   | detector `Ticket`: write lower-case letters and digits in words joined by `-`
          {t: x}                                 | 16 | wrong-type       | expected a detector, a mapping such as `{patterns: …}`, found the text `x`
          {t: {pattern: x, patterns: y}}         | 17 | unknown-key      | unknown key `pattern` in a detector; did you mean `patterns`?
          {t: {near: [a]}}                       | 16 | missing-key      | `patterns` is missing; write `patterns: ['ACME-[0-9]{8}']`
          {t: {patterns: []}}                    | 27 | empty-value      | `patterns` is an empty list, which restricts nothing; write entries, or remove the key
          {t: {patterns: [x, '']}}               | 31 | empty-value      | an empty text in `patterns` fits everything; write one, or remove it
          {t: {patterns: x, near: ''}}           | 36 | empty-value      | an empty text in `near` fits everything; write one, or remove it
          {t: {patterns: x, stop-words: [a, '']}}| 46 | empty-value      | an empty text in `stop-words` fits everything; write one, or remove it
          {t: {patterns: x, entropy: 8.1}}       | 39 | malformed-number | `8.1`: write a number from 0 to 8, such as `3.5`
          {t: {patterns: x, entropy: -1}}        | 39 | malformed-number | `-1`: write a number from 0 to 8, such as `3.5`
          {t: {patterns: x, entropy: 3,5}}       | 41 | unknown-key      | unknown key `5` in a detector; write one of `patterns`, `near`, `validator`, `entropy`, `stop-words`, `confidence`
          {t: {patterns: x, entropy: NaN}}       | 39 | malformed-number | `NaN`: write a number from 0 to 8, such as `3.5`
          {t: {patterns: x, entropy: 3e0}}       | 39 | malformed-number | `3e0`: write a number from 0 to 8, such as `3.5`
          {t: {patterns: x, validator: [luhn]}}  | 41 | wrong-type       | expected a text, found a list
          {t: {patterns: x, confidence: likly}}  | 42 | unknown-word     | unknown `confidence` `likly`; did you mean `likely`?
          """)
  void a_wrong_detector_is_a_problem_at_its_place(
      String detectors, int column, String code, String message) {
    assertOnly("detectors: " + detectors, column, code, message);
  }

  /** The profile stands in line 3, behind <code>profiles: {p: {detectors: own, </code>. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          detector: [own]                | 32 | unknown-key      | unknown key `detector` in a profile; did you mean `detectors`?
          confidence: 0.9                | 44 | unknown-word     | unknown `confidence` `0.9`; write one of `possible`, `likely`, `very-likely`
          action: block                  | 40 | unknown-word     | unknown `action` `block`; write one of `report`, `redact`, `deny`
          actions: deny                  | 41 | wrong-type       | expected `actions`, a mapping such as `{payment-card: redact}`, found the text `deny`
          actions: {card: drop}          | 48 | unknown-word     | unknown action `drop`; write one of `report`, `redact`, `deny`
          actions: {Card: deny}          | 42 | malformed-name   | detector `Card`: write lower-case letters and digits in words joined by `-`
          actions: {card: [deny]}        | 48 | wrong-type       | expected an action such as `redact`, found a list
          redaction: last4               | 43 | unknown-word     | unknown `redaction` `last4`; write one of `last-four`, `token`, `mask`, `drop`
          exempt: [$partners]            | 41 | malformed-host   | `$partners`: a profile names hosts and no groups; write the patterns of the group
          exempt: []                     | 40 | empty-value      | `exempt` is an empty list, which restricts nothing; write entries, or remove the key
          exempt-headers: [A:b]          | 49 | malformed-name   | header `A:b`: write a name such as `X-Api-Key` (RFC 9110 section 5.1)
          exempt-headers: A B            | 48 | malformed-name   | `A B`: write several entries as a list, `[A, B]`
          exempt-headers: {A: b}         | 48 | wrong-type       | expected a header's name such as `X-Api-Key`, found a mapping
          report-only: {card: soon}      | 52 | malformed-date   | `soon`: write a date such as `2026-12-31`, which begins at 00:00 utc, or an instant such as `2026-12-31T18:00:00Z`
          report-only: {card: }          | 51 | empty-value      | expected a date such as `2027-01-31`, found nothing
          report-only: [card]            | 45 | wrong-type       | expected `report-only`, a mapping such as `{payment-card: 2027-01-31}`, found a list
          report-only: {a_b: 2027-01-31} | 46 | malformed-name   | detector `a_b`: write lower-case letters and digits in words joined by `-`
          unreadable: redact             | 44 | unknown-word     | unknown `unreadable` `redact`; write `report` or `deny`
          budget: 10485760               | 40 | wrong-type       | expected `budget`, a mapping such as `{bytes: …}`, found the text `10485760`
          budget: {byte: 1}              | 41 | unknown-key      | unknown key `byte` in `budget`; did you mean `bytes`?
          budget: {bytes: 10MB}          | 48 | malformed-number | `10MB`: write a whole number of at most 18 digits, from 1 on, such as `250`
          budget: {bytes: 0}             | 48 | malformed-number | `0`: write a whole number of at most 18 digits, from 1 on, such as `250`
          budget: {milliseconds: 0250}   | 55 | malformed-number | `0250`: write a whole number of at most 18 digits, from 1 on, such as `250`
          budget: {milliseconds: 1000000000000000000} | 55 | malformed-number | `1000000000000000000`: write a whole number of at most 18 digits, from 1 on, such as `250`
          budget: {exhausted: redact}    | 52 | unknown-word     | unknown `exhausted` `redact`; write `report` or `deny`
          """)
  void a_wrong_value_of_a_profile_is_a_problem_at_its_place(
      String words, int column, String code, String message) {
    assertOnly("profiles: {p: {detectors: own, " + words + "}}", column, code, message);
  }

  private static void assertOnly(String line, int column, String code, String message) {
    assertThat(problems(line))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo(message);
              assertThat(problem.location()).hasToString("policy.yaml:3:" + column);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  @Test
  void a_profile_has_a_name_and_detectors() {
    assertThat(problems("profiles: {'': {detectors: own}, p: {}, q: {detectors: [Own, 'a b']}}\n"))
        .extracting(Problem::message)
        .containsExactly(
            "profile name ``: write 1 to 128 letters, digits, `-`, `_`, `.` or `/`, and begin with a"
                + " letter or digit",
            "`detectors` is missing; write `detectors: [secrets]`",
            "detector `Own`: write lower-case letters and digits in words joined by `-`",
            "`a b`: write several entries as a list, `[a, b]`");
  }

  @Test
  void all_problems_are_told_at_once() {
    assertThat(
            problems(
                "detectors: {T: {entropy: 9}}\nprofiles: {p: {actions: {B: x}, budget: {bytes: x}}}\n"))
        .extracting(Problem::code)
        .containsExactly(
            "malformed-name",
            "missing-key",
            "malformed-number",
            "missing-key",
            "malformed-name",
            "unknown-word",
            "malformed-number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "detectors: {t: {patterns: *x}}",
        "detectors: {t: {patterns: [*x]}}",
        "detectors: {t: {patterns: A, near: *x, entropy: *x}}",
        "detectors: {t: *x}",
        "detectors: *x",
        "profiles: {p: {detectors: *x}}",
        "profiles: {p: {detectors: [*x], actions: *x, budget: *x}}",
        "profiles: {p: {detectors: a, actions: {b: *x}, budget: {bytes: *x}}}",
        "profiles: {p: *x}",
        "profiles: *x"
      })
  void a_value_that_is_no_yaml_is_the_only_problem(String text) {
    assertThat(problems(text + "\n")).extracting(Problem::code).containsOnly("refused-yaml");
  }

  @Test
  void a_name_twice_is_refused() {
    assertThat(problems("profiles: {p: {detectors: own}, p: {detectors: own}}\n"))
        .extracting(Problem::code)
        .containsExactly("duplicate-key");
  }

  @Test
  void a_budget_that_no_file_can_say_is_not_written() {
    for (Duration time :
        List.of(
            Duration.ofNanos(1), Duration.ofSeconds(1, 1), Duration.ofSeconds(Long.MAX_VALUE))) {
      Policy policy =
          Policy.builder("p")
              .profile(
                  InspectionProfile.builder("a")
                      .detectors("own")
                      .budget(new InspectionBudget(1, time, InspectionAction.DENY)))
              .build();
      assertThatIllegalArgumentException().isThrownBy(() -> PolicyWriter.write(policy));
    }
  }
}
