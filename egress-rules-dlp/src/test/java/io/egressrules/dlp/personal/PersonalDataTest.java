package io.egressrules.dlp.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.dlp.detector.Candidate;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.SlowSearch;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  @Test
  void ids_are_unique() {
    assertThat(PersonalData.all()).extracting(Detector::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void each_finds_exactly_one_value_in_each_positive_and_none_in_each_negative(Detector detector) {
    assertThat(detector.positives()).isNotEmpty();
    assertThat(detector.negatives()).isNotEmpty();
    for (String text : detector.positives()) {
      assertThat(SlowSearch.values(detector, text)).as(text).hasSize(1);
    }
    for (String text : detector.negatives()) {
      assertThat(SlowSearch.values(detector, text)).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void each_says_what_it_protects_and_which_authority_describes_it(Detector detector) {
    assertThat(detector.kind()).isEqualTo(Detector.Kind.PERSONAL);
    assertThat(detector.meaning()).isNotBlank();
    assertThat(detector.source()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void no_value_makes_a_detector_throw(Detector detector) {
    String context = String.join(" ", detector.contextWords());
    for (String value :
        List.of(
            "", " ", "-", "@", "7", "X", "1234567", "ABCDEFGHI", "\u0660\u0661", "x".repeat(99))) {
      assertThat(detector.judge(new Candidate(context, value, value, "", ""))).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commit 3f786850e387550fdab836ed7e6dc881de23001b on 2026-11-22T04:06:22.123456Z",
        "id 550e8400-e29b-41d4-a716-446655440000, took 0.4111111111111111 s",
        "clock 1763784382123 ms, 1763784382123456 us, 1763784382123456789 ns",
        "order 100000001 of account 200000002, build 17.0.15+6, section 8.1.4.2",
        "std::vector<int> a[1::2]; x = y ? 1:2; lessness public 3.14159265358979",
      })
  void ordinary_numbers_are_no_finding(String text) {
    for (Detector detector : PersonalData.all()) {
      assertThat(SlowSearch.values(detector, text)).as(detector.id()).isEmpty();
    }
  }

  @Test
  void a_list_without_spaces_is_found_value_by_value() {
    assertThat(SlowSearch.values(of("us-ssn"), "078-05-1123,460-89-9847\n853-37-1694"))
        .containsExactly("078-05-1123", "460-89-9847", "853-37-1694");
  }

  static Stream<Detector> detectors() {
    return PersonalData.all().stream();
  }

  private static Detector of(String id) {
    return detectors().filter(detector -> detector.id().equals(id)).findFirst().orElseThrow();
  }
}
