package io.egressrules.dlp.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormTest {

  @ParameterizedTest
  @EnumSource(Alphabet.class)
  void a_sample_is_of_its_alphabet_and_of_the_length_asked(Alphabet alphabet) {
    String sample = alphabet.sample(40, 3);
    assertThat(Pattern.matches("[" + alphabet.members() + "]{40}", sample)).isTrue();
    assertThat(sample).isEqualTo(alphabet.sample(40, 3)).isNotEqualTo(alphabet.sample(40, 4));
  }

  @Test
  void a_sample_is_the_shortest_text_of_the_form() {
    Form form = Form.of("a.", "b.").run(Alphabet.DIGIT, 3, 9).maybe(Form.of("-x"));
    assertThat(form.sample()).hasSize(5).startsWith("a.");
    assertThat(Pattern.matches(form.pattern(), form.sample())).isTrue();
    assertThat(Pattern.matches(form.pattern(), "b.123456789-x")).isTrue();
    assertThat(Pattern.matches(form.pattern(), "b!123")).isFalse();
  }

  @Test
  void a_whole_form_does_not_end_within_a_longer_run_of_its_characters() {
    Pattern url = Pattern.compile(Form.of("k-").run(Alphabet.URL, 4).whole());
    assertThat(url.matcher("k-ab_d\"").find()).isTrue();
    assertThat(url.matcher("k-ab-d").find()).isTrue();
    assertThat(url.matcher("k-ab-d-").find()).isFalse();
    Pattern hex = Pattern.compile(Form.of("k-").run(Alphabet.HEX, 4).whole());
    assertThat(hex.matcher("k-01ab-2").find()).isTrue();
    assertThat(hex.matcher("k-01abz").find()).isFalse();
  }
}
