package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which spellings are worth a text of their own, and what that text reads. */
class SpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "token=20:=3D=20'k3y' | token := 'k3y'",
        "token:=20'k3y' | token: 'k3y'",
        "-BEGIN=20PRIVATE=20KEY-=0AMII | -BEGIN PRIVATE KEY-^MII",
        "a=20b | a b"
      })
  void a_space_in_quoted_printable_is_read_wherever_it_stands(String written, String read) {
    assertThat(views(written)).containsExactly(read.replace('^', '\n'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"size=20", "size=20, next", "a=20&b=20;c=20)", "day=2026-11-22", "id=2099=20."})
  void a_number_after_an_equals_sign_is_no_quoted_printable(String plain) {
    assertThat(views(plain)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "f=%7B%0A++++%22some_longer_name_of_a_token%22%3A+%22k3y%22 "
            + "| f={^    \"some_longer_name_of_a_token\": \"k3y\"",
        "f=a_name_that_is_longer_than_all_others+and+more+%3F%3D+%22k3y "
            + "| f=a_name_that_is_longer_than_all_others+and+more ?= \"k3y"
      })
  void a_plus_beside_an_escape_is_a_space(String written, String read) {
    assertThat(views(written)).containsExactly(read.replace('^', '\n'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ab+%2Fcd+%3D", "/ab%2F+cd%2B+"})
  void a_plus_beside_an_escape_of_base64_is_a_plus(String written) {
    assertThat(views(written))
        .containsExactly(written.replace("%2F", "/").replace("%3D", "=").replace("%2B", "+"));
  }

  @Test
  void a_long_word_after_an_escape_is_whole_in_the_view() {
    String word = "k3y/".repeat(900);

    assertThat(views("begin\\n" + word + "\\nend")).containsExactly("begin\n" + word + "\nend");
  }

  @Test
  void a_view_ends_soon_among_words() {
    String words = "word ".repeat(2_000);

    assertThat(views("begin\\n" + words)).singleElement().asString().hasSizeBetween(500, 530);
    assertThat(views("begin\\n" + words + "\\n" + words)).hasSize(2);
  }

  private static List<String> views(String body) {
    return Unfolded.of(body.getBytes(ISO_8859_1)).texts.stream()
        .skip(1)
        .map(Unfolded.Derived::text)
        .toList();
  }
}
