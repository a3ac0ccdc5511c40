package io.egressrules.dlp.secret;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.SlowSearch;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped detector of secrets keeps. */
class SecretsTest {

  static Stream<Detector> detectors() {
    return Secrets.all().stream();
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void a_detector_finds_one_value_in_each_of_its_positive_examples(Detector detector) {
    for (String text : detector.positives()) {
      assertThat(SlowSearch.values(detector, text)).as(text).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void a_detector_finds_nothing_in_its_negative_examples(Detector detector) {
    for (String text : detector.negatives()) {
      assertThat(SlowSearch.values(detector, text)).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void a_detector_says_what_it_finds_who_says_so_and_shows_it(Detector detector) {
    assertThat(detector.kind()).isEqualTo(Detector.Kind.SECRET);
    assertThat(detector.meaning()).isNotBlank();
    assertThat(detector.source()).isNotBlank();
    assertThat(detector.positives()).isNotEmpty();
    assertThat(detector.negatives()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void no_pattern_matches_the_empty_text(Detector detector) {
    for (String pattern : detector.patterns()) {
      assertThat(Pattern.compile(pattern).matcher("").find()).as(pattern).isFalse();
    }
  }

  @Test
  void no_two_detectors_have_the_same_id() {
    assertThat(detectors().map(Detector::id).collect(toList())).doesNotHaveDuplicates();
  }

  @Test
  void no_two_patterns_are_the_same() {
    List<String> patterns = detectors().flatMap(d -> d.patterns().stream()).toList();
    assertThat(patterns).doesNotHaveDuplicates();
  }
}
