package io.egressrules.dlp.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.dlp.detector.Validator.Verdict;
import io.egressrules.policy.Confidence;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectorTest {
  private static final Candidate BARE = new Candidate("", "ab12", "ab12", "", "");

  @Test
  void the_form_alone_gives_its_confidence() {
    assertThat(key().confidence(Confidence.POSSIBLE).build().judge(BARE))
        .contains(Confidence.POSSIBLE);
  }

  @Test
  void a_context_word_on_either_side_or_in_the_name_lifts_the_confidence() {
    Detector key =
        key().confidence(Confidence.POSSIBLE).near(Confidence.LIKELY, "acme key").build();
    assertThat(key.judge(around("my ACME key: ", ""))).contains(Confidence.LIKELY);
    assertThat(key.judge(around("", " is my acme key"))).contains(Confidence.LIKELY);
    assertThat(key.judge(new Candidate("", "ab12", "ab12", "", "Acme Key")))
        .contains(Confidence.LIKELY);
    assertThat(key.judge(around("my key: ", ""))).contains(Confidence.POSSIBLE);
  }

  @Test
  void a_required_context_word_that_is_missing_takes_the_finding_away() {
    Detector ssn = key().onlyNear(Confidence.LIKELY, "ssn").build();
    assertThat(ssn.judge(BARE)).isEmpty();
    assertThat(ssn.alone()).isEmpty();
    assertThat(ssn.judge(around("ssn=", ""))).contains(Confidence.LIKELY);
  }

  @Test
  void a_context_word_counts_only_whole_where_case_digits_and_underscores_end_words() {
    Detector ssn = key().onlyNear(Confidence.LIKELY, "ssn").build();
    assertThat(ssn.judge(around("customerSsn1 ", ""))).isPresent();
    assertThat(ssn.judge(around("CUSTOMER_SSN=", ""))).isPresent();
    assertThat(ssn.judge(around("lessness ", ""))).isEmpty();
    assertThat(ssn.judge(around("ssnaps ", ""))).isEmpty();
  }

  @Test
  void a_validator_takes_a_finding_away_or_proves_it() {
    assertThat(key().validator(value -> Verdict.INVALID).build().judge(BARE)).isEmpty();
    assertThat(key().validator(value -> Verdict.PROVEN).build().judge(BARE))
        .contains(Confidence.VERY_LIKELY);
    assertThat(key().validator(value -> Verdict.PLAUSIBLE).build().judge(BARE))
        .contains(Confidence.LIKELY);
  }

  @Test
  void a_value_below_the_entropy_floor_or_with_a_stop_word_is_no_finding() {
    assertThat(key().entropyFloor(2).build().judge(BARE)).isPresent();
    assertThat(key().entropyFloor(2.1).build().judge(BARE)).isEmpty();
    assertThat(key().stopWords("B1").build().judge(BARE)).isEmpty();
    assertThat(key().stopWords("B2").build().judge(BARE)).isPresent();
  }

  @Test
  void entropy_is_in_bits_a_character() {
    assertThat(Entropy.of("")).isZero();
    assertThat(Entropy.of("aaaa")).isZero();
    assertThat(Entropy.of("abab")).isEqualTo(1);
    assertThat(Entropy.of("äöüß")).isZero();
  }

  @Test
  void an_example_may_be_written_in_two_halves() {
    Detector key = key().finds("ab·12").ignores("a·b").build();
    assertThat(key.positives()).containsExactly("ab12");
    assertThat(key.negatives()).containsExactly("ab");
  }

  @Test
  void a_detector_without_a_pattern_or_with_an_odd_id_or_floor_is_refused() {
    assertThatThrownBy(() -> Detector.builder("key", Kind.OWN).build())
        .hasMessage("detector `key` needs a pattern");
    assertThatThrownBy(() -> Detector.builder("Key 1", Kind.OWN))
        .hasMessageContaining("`Key 1` is no detector id");
    assertThatThrownBy(() -> key().stopWords("").build()).hasMessageContaining("empty text");
    assertThatThrownBy(() -> key().near(Confidence.LIKELY, "").build())
        .hasMessageContaining("empty text");
    assertThatThrownBy(() -> key().entropyFloor(9)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neither_a_candidate_nor_a_detector_shows_text() {
    assertThat(BARE.toString()).doesNotContain("ab12");
    assertThat(key().build()).hasToString("acme-key");
  }

  @Test
  void a_detector_tells_what_it_was_built_of() {
    Detector key =
        key().meaning("Acme key").source("acme.test/docs").near(Confidence.LIKELY, "A").build();
    assertThat(key.kind()).isEqualTo(Kind.OWN);
    assertThat(key.meaning()).isEqualTo("Acme key");
    assertThat(key.source()).isEqualTo("acme.test/docs");
    assertThat(key.patterns()).containsExactly("[a-z]{2}[0-9]{2}");
    assertThat(key.contextWords()).containsExactly("a");
    assertThat(key.inContext()).isEqualTo(Confidence.LIKELY);
    assertThat(key.alone()).isEqualTo(Optional.of(Confidence.LIKELY));
  }

  private static Detector.Builder key() {
    return Detector.builder("acme-key", Kind.OWN).pattern("[a-z]{2}[0-9]{2}");
  }

  private static Candidate around(String before, String after) {
    return new Candidate(before, "ab12", "ab12", after, "");
  }
}
