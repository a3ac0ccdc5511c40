package io.egressrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.DomainName;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IriProperties {
  private static final String HOSTILE =
      "aZ09.-_:/?#@%[]\\ ö߀א中。．１①ſK\u00ad\u200d\u202e\u0301\ud83d\udd10\u0000";

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
                Arbitraries.of(HOSTILE.split("")),
                Arbitraries.of(
                    "ö", "münchen", "example", "://", "http://", "xn--", "127", ".0.0.1"),
                Arbitraries.chars().all().map(String::valueOf))
            .list()
            .ofMaxSize(12)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(text, text.map(rest -> "http://" + rest));
  }

  @Property(tries = 20_000)
  void anyTextBecomesAsciiOrIsRefused(@ForAll("hostile") String text) {
    try {
      String ascii = Iri.toAscii(text);
      assertThat(ascii.chars().allMatch(c -> c < 0x80)).isTrue();
      assertThat(Iri.toAscii(ascii)).isSameAs(ascii);
    } catch (MalformedException refused) {
      assertThat(refused.offset()).isBetween(0, Math.max(text.length(), 8192));
    }
  }

  /** Where conversion and the gate were to differ, one would see a host that was never written. */
  @Property(tries = 20_000)
  void admittedHostIsTheOneWritten(@ForAll("hostile") String rest) {
    Target target = admitted("http://ö.example/" + rest);
    if (target != null) {
      assertThat(target.host()).hasToString("xn--nda.example");
    }
  }

  private static Target admitted(String text) {
    try {
      return Target.parse(Iri.toAscii(text));
    } catch (MalformedException refused) {
      return null;
    }
  }

  @Property
  void everyCodePointIsEscapedAsItsUtf8(@ForAll("beyondAscii") int c) {
    String text = Character.toString(c);
    assertThat(Iri.toAscii("http://a.example/" + text))
        .isEqualTo("http://a.example/" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<Integer> beyondAscii() {
    return Arbitraries.integers()
        .between(0x80, Character.MAX_CODE_POINT)
        .edgeCases(edges -> edges.add(0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF))
        .filter(c -> Character.getType(c) != Character.SURROGATE);
  }

  @Property
  void nameIsShownAsItWasWritten(@ForAll("names") String name) {
    String ascii = Iri.authorityToAscii(name);
    assertThat(ascii).startsWith("xn--");
    assertThat(Iri.toUnicode(DomainName.parse(ascii))).isEqualTo(name);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("äöüßéñ")
        .ofMinLength(1)
        .ofMaxLength(20)
        .map(label -> label + ".example");
  }
}
