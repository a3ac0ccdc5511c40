package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** RFC 9110 sections 5.5 and 5.6.2; the twins are regular expressions. */
class HeadersProperties {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String FIELD_VALUE = "[\\t\\x20-\\x7e\\x80-\\xff]*";

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> any =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.chars().range('!', '~')),
            Tuple.of(1, Arbitraries.chars().range('\u0000', '\u0180')),
            Tuple.of(1, Arbitraries.chars().all()));
    return any.list().ofMaxSize(6).map(HeadersProperties::joined);
  }

  private static String joined(Iterable<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Property(tries = 5_000)
  void aFieldIsKeptExactlyWhenHttpAllowsIt(
      @ForAll("texts") String name, @ForAll("texts") String value) {
    boolean allowed = name.matches(TOKEN) && value.matches(FIELD_VALUE);
    Headers headers = Headers.builder().add(name, value).build();
    assertThat(headers.isMalformed()).isEqualTo(!allowed);
    assertThat(headers.size()).isEqualTo(allowed ? 1 : 0);
    assertThat(headers.toString()).doesNotContain("\r", "\n", "\u0000");
  }
}
