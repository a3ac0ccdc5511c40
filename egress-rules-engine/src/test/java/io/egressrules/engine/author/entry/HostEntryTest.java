package io.egressrules.engine.author.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.engine.WithoutIcu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostEntryTest {
  @ParameterizedTest
  @CsvSource({
    "münchen.example, xn--mnchen-3ya.example",
    "MÜNCHEN.Example, xn--mnchen-3ya.example",
    "*.münchen.example, *.xn--mnchen-3ya.example",
    ".münchen.example, .xn--mnchen-3ya.example",
    "münchen.example., xn--mnchen-3ya.example",
    "straße.example, xn--strae-oqa.example",
    "例え.テスト, xn--r8jz45g.xn--zckzah",
    "한국.example, xn--3e0b707e.example",
    "правда.рф, xn--80aafi6cg.xn--p1ai",
    "mu\u0308nchen.example, xn--mnchen-3ya.example"
  })
  void a_unicode_name_means_its_a_labels(String written, String meant) {
    assertThat(HostEntry.parse(written)).hasToString(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "１２７.0.0.1",
        "①②⑦.⓪.⓪.①",
        "loc\u00adalhost.example",
        "ⅼocalhost.example",
        "localhoſt.example",
        "a。example",
        "аpple.example",
        "ab--ö.example",
        "-ö.example",
        "ö-.example",
        "ö..example",
        "\u0300a.example",
        "ö\u200db.example",
        "ö_a.example",
        "☃\ufe0f.example",
        "*.",
        "ö*.example",
        "**.ö.example",
        "xn--ö.example",
        "\u0661.example"
      })
  void what_is_not_a_canonical_unicode_name_is_refused(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> HostEntry.parse(written));
  }

  @Test
  void mixed_scripts_are_told_with_the_form_that_can_be_written() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostEntry.parse("аpple.example"))
        .withMessageContaining("write `xn--pple-43d.example` if it is meant");
  }

  @Test
  void without_icu4j_ascii_names_are_read_and_unicode_names_told_what_to_do() throws Throwable {
    try (WithoutIcu withoutIcu = new WithoutIcu()) {
      assertThat(withoutIcu.call(HostEntry.class, "parse", "*.a.example"))
          .hasToString("*.a.example");
      assertThatThrownBy(() -> withoutIcu.call(HostEntry.class, "parse", "münchen.example"))
          .hasMessageContaining(
              "write its `xn--` form, or add com.ibm.icu:icu4j to the class path");
    }
  }
}
