package io.egressrules.dlp.decode;

import static io.egressrules.dlp.decode.Encoding.BASE32;
import static io.egressrules.dlp.decode.Encoding.BASE64;
import static io.egressrules.dlp.decode.Encoding.ESCAPES;
import static io.egressrules.dlp.decode.Encoding.GZIP;
import static io.egressrules.dlp.decode.Encoding.HEX;
import static io.egressrules.dlp.decode.Encoding.QUOTED_PRINTABLE;
import static io.egressrules.dlp.decode.Encoding.UTF_16;
import static io.egressrules.dlp.decode.Encoding.ZIP;
import static io.egressrules.dlp.decode.Encoding.ZLIB;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** However a secret is written, one of the texts holds it whole, with the way back to the body. */
class EncodedSecretTest {
  private static final String SECRET = "Kq7-Zt4pW9xR2mB8vN3c";
  private static final String SENTENCE = "the pass word of the day is " + SECRET + ", keep it";

  private record Case(String name, String encoded, List<Encoding> encodings) {}

  @TestFactory
  Stream<DynamicTest> a_secret_is_seen_in_every_encoding() {
    return Stream.concat(digits(), Stream.concat(escapes(), streams()))
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> isSeen(c)));
  }

  private static Stream<Case> digits() {
    String token = Encoded.base64(SECRET);
    String longer = Encoded.base64(SENTENCE.repeat(5));
    return Stream.of(
        new Case("base64 of the token alone", token, List.of(BASE64)),
        new Case("base64 of a sentence", Encoded.base64(SENTENCE), List.of(BASE64)),
        new Case("base64 after letters", "prefix" + Encoded.base64(SENTENCE), List.of(BASE64)),
        new Case("base64 after binary", Encoded.base64("\1\2\377\200" + SENTENCE), List.of(BASE64)),
        new Case("base64 without padding", token.replace("=", ""), List.of(BASE64)),
        new Case("base64url", Encoded.base64Url("??>>" + SENTENCE), List.of(BASE64)),
        new Case("MIME base64", Encoded.mime(SENTENCE.repeat(5)), List.of(BASE64)),
        new Case(
            "base64 in indented lines", longer.replaceAll(".{64}", "$0\n    "), List.of(BASE64)),
        new Case("base64 twice", Encoded.base64(Encoded.base64(SENTENCE)), List.of(BASE64, BASE64)),
        new Case(
            "MIME base64 in a JSON string",
            Encoded.json(Encoded.mime(SENTENCE.repeat(5))),
            List.of(ESCAPES, BASE64)),
        new Case("hex", Encoded.hex(SECRET, ""), List.of(HEX)),
        new Case("hex of a sentence", Encoded.hex(SENTENCE, ""), List.of(HEX)),
        new Case("hex with colons", Encoded.hex(SECRET, ":"), List.of(HEX)),
        new Case("hex with spaces", Encoded.hex(SECRET, " "), List.of(HEX)),
        new Case("hex with dashes", Encoded.hex(SECRET, "-"), List.of(HEX)),
        new Case("hex of a C array", "0x" + Encoded.hex(SECRET, ", 0x"), List.of(HEX)),
        new Case(
            "hex of a C array in lines",
            "0x" + Encoded.hex(SENTENCE, ", 0x").replaceAll(".{48}", "$0\n  "),
            List.of(HEX)),
        new Case(
            "hex dump in groups",
            Encoded.hex(SENTENCE, "").replaceAll(".{4}", "$0 "),
            List.of(HEX)),
        new Case("hex after \\x", "\\x" + Encoded.hex(SECRET, "\\x"), List.of(ESCAPES)),
        new Case("base32", Encoded.base32(SECRET), List.of(BASE32)),
        new Case(
            "base32 in lower case",
            Encoded.base32(SECRET).toLowerCase(Locale.ROOT),
            List.of(BASE32)),
        new Case("hex in base64", Encoded.base64(Encoded.hex(SENTENCE, "")), List.of(BASE64, HEX)));
  }

  private static Stream<Case> escapes() {
    String half =
        SECRET.substring(0, 9) + Encoded.percent(SECRET.substring(9, 10)) + SECRET.substring(10);
    return Stream.of(
        new Case("one character percent-encoded", half, List.of(ESCAPES)),
        new Case("percent-encoded", Encoded.percent(SECRET), List.of(ESCAPES)),
        new Case(
            "percent-encoded twice",
            Encoded.percent(SECRET).replace("%", "%25"),
            List.of(ESCAPES, ESCAPES)),
        new Case(
            "percent-encoded wholly twice",
            Encoded.percent(Encoded.percent(SECRET)),
            List.of(ESCAPES, ESCAPES)),
        new Case("JavaScript escapes", Encoded.unicode(SECRET), List.of(ESCAPES)),
        new Case("code point escapes", Encoded.each(SECRET, "\\u{%x}"), List.of(ESCAPES)),
        new Case("Unicode notation", Encoded.each(SECRET, "U+%04X "), List.of(ESCAPES)),
        new Case("octal escapes", Encoded.each(SECRET, "\\%03o"), List.of(ESCAPES)),
        new Case("JSON string", "{\"a\":\"x\\n" + SECRET + "\\ty\"}", List.of(ESCAPES)),
        new Case(
            "JSON in JSON",
            Encoded.json(Encoded.json("\n" + SECRET.replace("-", "-") + "\n")),
            List.of(ESCAPES, ESCAPES)),
        new Case(
            "JSON escapes in JSON",
            Encoded.json(Encoded.unicode(SECRET)),
            List.of(ESCAPES, ESCAPES)),
        new Case("decimal references", Encoded.each(SECRET, "&#%d;"), List.of(ESCAPES)),
        new Case("hexadecimal references", Encoded.each(SECRET, "&#x%X;"), List.of(ESCAPES)),
        new Case("a named reference", SECRET.replace("-", "&hyphen;"), List.of(ESCAPES)),
        new Case("invisible characters", String.join("\u200b", SECRET.split("")), List.of(ESCAPES)),
        new Case("a soft hyphen", SECRET.replace("q", "q\u00ad"), List.of(ESCAPES)),
        new Case("full-width characters", Encoded.fullWidth(SECRET), List.of(ESCAPES)),
        new Case("tag characters", Encoded.tags(SECRET), List.of(ESCAPES)),
        new Case(
            "quoted-printable wholly", Encoded.each(SECRET, "=%02X"), List.of(QUOTED_PRINTABLE)),
        new Case(
            "a soft line break",
            SECRET.substring(0, 7) + "=\r\n" + SECRET.substring(7),
            List.of(QUOTED_PRINTABLE)));
  }

  private static Stream<Case> streams() {
    String text = SENTENCE.repeat(3);
    return Stream.of(
        new Case("UTF-16LE", new String(SECRET.getBytes(UTF_16LE), ISO_8859_1), List.of(UTF_16)),
        new Case("UTF-16BE", new String(SECRET.getBytes(UTF_16BE), ISO_8859_1), List.of(UTF_16)),
        new Case(
            "UTF-16LE in base64",
            Encoded.base64(SENTENCE.getBytes(UTF_16LE)),
            List.of(BASE64, UTF_16)),
        new Case("gzip", Encoded.latin1(Encoded.gzip(text)), List.of(GZIP)),
        new Case("gzip in base64", Encoded.base64(Encoded.gzip(text)), List.of(BASE64, GZIP)),
        new Case("zlib in base64", Encoded.base64(Encoded.zlib(text)), List.of(BASE64, ZLIB)),
        new Case(
            "gzip in hex", Encoded.hex(Encoded.latin1(Encoded.gzip(text)), ""), List.of(HEX, GZIP)),
        new Case(
            "base64 in gzip",
            Encoded.latin1(Encoded.gzip(Encoded.base64(text))),
            List.of(GZIP, BASE64)),
        new Case("entry of a zip archive", Encoded.latin1(Encoded.zip(text)), List.of(ZIP)),
        new Case("zip in base64", Encoded.base64(Encoded.zip(text)), List.of(BASE64, ZIP)));
  }

  private static void isSeen(Case c) {
    String before = "Dear all,\nsome words \u00e9 {\"first\": 1, \"note\": \"";
    String after = "\" , and so on & so forth\n";
    boolean unicode =
        c.encoded().chars().anyMatch(x -> x > 0xFF) || c.name().contains("soft hyphen");
    String carried = unicode ? Encoded.latin1(c.encoded().getBytes(UTF_8)) : c.encoded();
    byte[] body = (before + carried + after).getBytes(ISO_8859_1);

    Unfolded unfolded = Unfolded.of(body);

    List<Unfolded.Derived> seen =
        unfolded.holding(SECRET).stream().filter(t -> t.encodings().equals(c.encodings())).toList();
    assertThat(seen)
        .as("texts %s", unfolded.texts.stream().map(t -> t.layer).toList())
        .isNotEmpty();
    long start = seen.get(0).startOf(SECRET);
    long end = seen.get(0).endOf(SECRET);
    assertThat(start).isBetween((long) before.length(), (long) before.length() + carried.length());
    assertThat(end).isBetween(start + 1, (long) before.length() + carried.length());
    assertThat(unfolded.obstacles).isEmpty();
  }
}
