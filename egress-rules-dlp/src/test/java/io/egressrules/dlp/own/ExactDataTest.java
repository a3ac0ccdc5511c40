package io.egressrules.dlp.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactDataTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @Test
  void a_value_within_a_longer_word_is_none() {
    assertThat(found("AC-100234", "xAC-100234")).isEmpty();
    assertThat(found("AC-100234", "AC-1002345")).isEmpty();
    assertThat(found("AC-100234", "AC-10023")).isEmpty();
    assertThat(found("AC-100234", "")).isEmpty();
  }

  @Test
  void a_value_is_found_at_either_end_and_twice() {
    assertThat(found("AC-100234", "ac100234 and AC 100 234")).containsExactly("0-8", "13-23");
  }

  @Test
  void digits_of_other_scripts_and_letters_beyond_the_basic_plane_are_folded() {
    assertThat(found("AC100234", "\uff21c\uff11\u0660\u0660234")).isEmpty();
    assertThat(found("AC100234", "AC\uff11\u0660\u0660234")).containsExactly("0-8");
    String deseret = "\ud801\udc00\ud801\udc01";
    String lower = "\ud801\udc28\ud801\udc29";
    assertThat(found(deseret.repeat(3), "\ud83d\ude00" + lower.repeat(3))).containsExactly("2-14");
    assertThat(found("AC100234", "\ud801AC100234\ud801")).containsExactly("1-9");
    assertThat(found("AC100234", "\ud801\ud801AC100234")).containsExactly("2-10");
  }

  @Test
  void after_the_end_of_a_text_a_new_word_begins() {
    List<String> found = new ArrayList<>();
    ExactData.Scan scan =
        ExactData.builder(KEY)
            .add("abcdef")
            .build()
            .scan((start, end) -> found.add(start + "-" + end));
    scan.append("x");
    scan.end();
    scan.append("abcdef");
    scan.end();
    assertThat(found).containsExactly("1-7");
  }

  @Test
  void random_values_are_not_taken_for_others() {
    Random random = new Random(7);
    ExactData.Builder builder = ExactData.builder(KEY);
    for (int i = 0; i < 20_000; i++) {
      builder.add("C" + (1_000_000_000L + random.nextInt(1_000_000_000)));
    }
    ExactData data = builder.build();
    List<Long> found = new ArrayList<>();
    ExactData.Scan scan = data.scan((start, end) -> found.add(start));
    for (int i = 0; i < 200_000; i++) {
      scan.append("D" + (1_000_000_000L + random.nextInt(1_000_000_000)) + ";;;;;;;;;");
    }
    scan.end();
    assertThat(found).isEmpty();
    assertThat(data.size()).isBetween(19_000, 20_000);
  }

  @Test
  void a_value_that_is_too_short_or_too_long_is_refused_and_not_quoted() {
    ExactData.Builder builder = ExactData.builder(KEY);
    assertThatThrownBy(() -> builder.add("A-1-2-3-4"))
        .hasMessage("a value has 5 letters and digits; add values of 6 to 128");
    assertThatThrownBy(() -> builder.add("7".repeat(129))).hasMessageNotContaining("77");
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> ExactData.builder(new byte[15]))
        .hasMessage("a key of 15 bytes can be guessed; pass at least 16");
  }

  @Test
  void it_shows_nothing_of_its_values() {
    assertThat(ExactData.builder(KEY).add("AC100234").build()).hasToString("ExactData[1 values]");
  }

  private static List<String> found(String value, String text) {
    List<String> found = new ArrayList<>();
    ExactData.Scan scan =
        ExactData.builder(KEY)
            .add(value)
            .build()
            .scan((start, end) -> found.add(start + "-" + end));
    scan.append(text);
    scan.end();
    return found;
  }
}
