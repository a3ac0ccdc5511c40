package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is encoded alone is derived whole, and each byte of it is led back to the digits, escapes or
 * units that it was written in.
 */
class RoundTripProperties {
  private static final String BEFORE = "(\"";
  private static final String AFTER = "\")";

  @Property(tries = 300)
  void base64(@ForAll("texts") String text) {
    isDerived(text, Encoded.base64(text), Encoding.BASE64, 8, 6);
    isDerived(text, Encoded.base64Url(text), Encoding.BASE64, 8, 6);
  }

  @Property(tries = 300)
  void base32(@ForAll("texts") String text) {
    isDerived(text, Encoded.base32(text), Encoding.BASE32, 8, 5);
  }

  @Property(tries = 300)
  void hex(@ForAll("texts") String text) {
    isDerived(text, Encoded.hex(text, ""), Encoding.HEX, 2, 1);
    isDerived(text, Encoded.hex(text, ":"), Encoding.HEX, 3, 1);
    isDerived(text, Encoded.hex(text, ", 0x"), Encoding.HEX, 6, 1);
  }

  @Property(tries = 300)
  void utf16(@ForAll("texts") String text) {
    isDerived(text, Encoded.latin1(("\ufeff" + text).getBytes(UTF_16LE)), Encoding.UTF_16, 2, 1);
    isDerived(text, Encoded.latin1(text.getBytes(UTF_16BE)), Encoding.UTF_16, 2, 1);
  }

  @Property(tries = 300)
  void escapes(@ForAll("texts") String text) {
    isDerived(text, Encoded.percent(text), Encoding.ESCAPES, 3, 1);
    isDerived(text, Encoded.unicode(text), Encoding.ESCAPES, 6, 1);
    isDerived(text, Encoded.each(text, "\\x%02x"), Encoding.ESCAPES, 4, 1);
    isDerived(text, Encoded.each(text, "&#x%02X;"), Encoding.ESCAPES, 6, 1);
    isDerived(text, Encoded.each(text, "=%02X"), Encoding.QUOTED_PRINTABLE, 3, 1);
  }

  @Property(tries = 300)
  void escapes_of_any_character_are_its_utf_8(@ForAll String text) {
    String carrier = "{\"text\": \"";
    StringBuilder escaped = new StringBuilder(carrier).append("\\n");
    text.chars().forEach(unit -> escaped.append("\\u%04X".formatted(unit)));
    String scalars = new String(text.getBytes(UTF_16BE), UTF_16BE);

    Unfolded unfolded = Unfolded.of(escaped.toString().getBytes(ISO_8859_1));

    assertThat(unfolded.texts.get(1).bytes.toString(UTF_8)).isEqualTo(carrier + "\n" + scalars);
  }

  @Property(tries = 200)
  void streams(@ForAll("texts") String text) {
    String many = text.repeat(20);
    for (byte[] body : new byte[][] {Encoded.gzip(many), Encoded.zip(many), Encoded.zlib(many)}) {
      assertThat(Unfolded.of(body).texts).anyMatch(derived -> derived.text().equals(many));
      Unfolded inside = Unfolded.of(Encoded.base64(body).getBytes(ISO_8859_1));
      assertThat(inside.texts).anyMatch(derived -> derived.text().equals(many));
    }
  }

  private static void isDerived(
      String text, String encoded, Encoding encoding, int stride, int unit) {
    byte[] body = (BEFORE + encoded + AFTER).getBytes(ISO_8859_1);

    Unfolded unfolded = Unfolded.of(body);

    Unfolded.Derived derived =
        unfolded.holding(text).stream()
            .filter(found -> found.encodings().get(0) == encoding)
            .findFirst()
            .orElseThrow(() -> new AssertionError(encoding + " of " + text));
    int at = derived.text().indexOf(text);
    // Of a unit of UTF-16 whose order is not certain, the byte that is not 0 is enough.
    int late = encoding == Encoding.UTF_16 ? 1 : 0;
    int mark = encoded.startsWith("\u00ff\u00fe") ? 2 : 0;
    for (int i = 0; i < text.length(); i++) {
      long digit = BEFORE.length() + mark + (long) i * stride / unit;
      assertThat(derived.starts.get(at + i)).isBetween(digit - 8, digit + late);
      assertThat(derived.ends.get(at + i)).isBetween(digit + 1, digit + 9);
    }
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange(' ', '~').ofMinLength(12).ofMaxLength(80);
  }
}
