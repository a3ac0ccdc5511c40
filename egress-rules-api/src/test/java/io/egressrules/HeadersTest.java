package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  @Test
  void fieldsKeepTheirOrderSpellingAndRepetition() {
    Headers headers =
        Headers.builder().add("Accept", "a").add("X-b", "").add("ACCEPT", "c").build();
    assertThat(headers.size()).isEqualTo(3);
    assertThat(headers.name(2)).isEqualTo("ACCEPT");
    assertThat(headers.value(0)).isEqualTo("a");
    assertThat(headers.value(1)).isEmpty();
    assertThat(headers.isMalformed()).isFalse();
  }

  @Test
  void theFirstFieldOfANameIsFoundInAnyLetterCase() {
    Headers headers = Headers.builder().add("Accept", "a").add("ACCEPT", "c").build();
    assertThat(headers.first("aCCept")).isEqualTo("a");
    assertThat(headers.first("Accept-Language")).isNull();
    assertThat(Headers.NONE.first("Accept")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a:",
        ":authority",
        "a\r\nb",
        "a\u0000",
        "a\u007f",
        "é",
        "a(b)",
        "a/b"
      })
  void aNameThatIsNoTokenIsKeptOutAndSpoilsTheRequest(String name) {
    Headers headers = Headers.builder().add(name, "v").add("Accept", "a").build();
    assertThat(headers.isMalformed()).isTrue();
    assertThat(headers.size()).isEqualTo(1);
    assertThat(headers.first(name)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nHost: partner.test",
        "a\nb",
        "a\rb",
        "a\u0000",
        "a\u0001",
        "a\u007f",
        // cut to octets these end the line
        "a\u010a",
        "a\u560d\u560a",
        "日本"
      })
  void aValueThatCouldEndTheLineIsKeptOutAndSpoilsTheRequest(String value) {
    Headers headers = Headers.builder().add("X-Trace", value).build();
    assertThat(headers.isMalformed()).isTrue();
    assertThat(headers.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\tb", "~!\"'{}", "caf\u00e9", "\u0080\u00ff"})
  void whatHttpAllowsInAValueIsKept(String value) {
    Headers headers = Headers.builder().add("X-Trace", value).build();
    assertThat(headers.isMalformed()).isFalse();
    assertThat(headers.first("x-trace")).isEqualTo(value);
  }

  @Test
  void oneFieldMoreThanThereMayBeIsKeptOutAndSpoilsTheRequest() {
    Headers.Builder builder = Headers.builder();
    for (int i = 0; i < Headers.MOST_FIELDS; i++) {
      builder.add("X-Trace", "v");
    }
    assertThat(builder.build().isMalformed()).isFalse();
    Headers tooMany = builder.add("X-Trace", "v").build();
    assertThat(tooMany.isMalformed()).isTrue();
    assertThat(tooMany.size()).isEqualTo(Headers.MOST_FIELDS);
  }

  @Test
  void textShowsNamesOnly() {
    Headers headers =
        Headers.builder().add("Authorization", "hunter2").add("X-b", "hunter2").build();
    assertThat(headers).hasToString("[Authorization, X-b]");
    assertThat(Headers.NONE).hasToString("[]");
  }

  @Test
  void laterFieldsOfTheBuilderDoNotChangeWhatWasBuilt() {
    Headers.Builder builder = Headers.builder().add("Accept", "a");
    Headers before = builder.build();
    builder.add("X-b", "b").add("", "");
    assertThat(before.size()).isEqualTo(1);
    assertThat(before.isMalformed()).isFalse();
    assertThat(builder.build().isMalformed()).isTrue();
  }

  @Test
  void indicesAreThoseOfFields() {
    assertThatThrownBy(() -> Headers.NONE.name(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Headers.NONE.value(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
