package io.egressrules.engine.author.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> KEYS =
      List.of("hosts", "cidrs", "ports", "methods", "report-until", "until", "id");

  @ParameterizedTest
  @CsvSource({
    "host, hosts",
    "hots, hosts",
    "Hosts, hosts",
    "hosst, hosts",
    "prots, ports",
    "methdos, methods",
    "report_until, report-until",
    "reportUntil, report-until",
    "utnil, until",
    "ID, id"
  })
  void a_slip_is_recognised(String written, String meant) {
    assertThat(Suggestion.of(written, KEYS)).isEqualTo("did you mean `" + meant + "`?");
  }

  @Test
  void another_word_is_answered_with_all_that_are_possible() {
    assertThat(Suggestion.of("permit", List.of("allow", "deny")))
        .isEqualTo("write `allow` or `deny`");
    assertThat(Suggestion.of("x".repeat(1_000), KEYS)).startsWith("write one of `hosts`, `cidrs`");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "a, '', 1",
    "abc, abc, 0",
    "abc, acb, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
    "hosts, cidrs, 4"
  })
  void the_distance_counts_insertions_removals_changes_and_swaps(String a, String b, int distance) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
    assertThat(Suggestion.distance(b, a)).isEqualTo(distance);
  }
}
