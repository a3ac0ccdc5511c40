package io.egressrules.examples.corpus.leak;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** Ways to write a text that hide it from a search for what it holds. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum EncodedForm {
  BASE64(text -> base64(text.getBytes(UTF_8))),
  BASE64_URL(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8))),
  BASE64_MIME(text -> Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8))),
  BASE64_TWICE(text -> base64(base64(text.getBytes(UTF_8)).getBytes(UTF_8))),
  HEX(text -> HexFormat.of().formatHex(text.getBytes(UTF_8))),
  HEX_WITH_COLONS(text -> HexFormat.ofDelimiter(":").formatHex(text.getBytes(UTF_8))),
  BASE32(EncodedForm::base32),
  PERCENT(EncodedForm::percent),
  PERCENT_TWICE(text -> percent(percent(text))),
  FORM(text -> "field=" + URLEncoder.encode(text, UTF_8) + "&other=1"),
  UNICODE_ESCAPES(text -> each(text, c -> String.format("\\u%04x", c))),
  JSON_STRING(text -> "{\"note\":" + json(text) + "}"),
  JSON_IN_JSON(text -> "{\"payload\":" + json("{\"note\":" + json(text) + "}") + "}"),
  HTML_ENTITIES(text -> each(text, c -> "&#" + c + ";")),
  QUOTED_PRINTABLE(EncodedForm::quotedPrintable),
  GZIP_BASE64(text -> base64(gzip(text.getBytes(UTF_8)))),
  UTF_16(text -> text, .90),
  ZERO_WIDTH(text -> each(text, c -> (char) c + "\u200b"), .90),
  FULL_WIDTH(text -> each(text, c -> String.valueOf(wide(c))), .90);

  private final Function<String, String> encoder;
  private final double least;

  EncodedForm(Function<String, String> encoder) {
    this(encoder, .95);
  }

  EncodedForm(Function<String, String> encoder, double least) {
    this.encoder = encoder;
    this.least = least;
  }

  byte[] encode(String text) {
    return encoder.apply(text).getBytes(this == UTF_16 ? UTF_16LE : UTF_8);
  }

  /** The least share that must be found. */
  double least() {
    return least;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String each(String text, IntFunction<String> writer) {
    StringBuilder all = new StringBuilder();
    text.chars().forEach(c -> all.append(writer.apply(c)));
    return all.toString();
  }

  private static char wide(int c) {
    return (char) (c > 0x20 && c < 0x7f ? c + 0xfee0 : c);
  }

  private static String percent(String text) {
    StringBuilder all = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      all.append(String.format("%%%02X", b & 0xff));
    }
    return all.toString();
  }

  private static String json(String text) {
    return '"' + each(text, EncodedForm::jsonCharacter) + '"';
  }

  private static String jsonCharacter(int c) {
    return switch (c) {
      case '"', '\\' -> "\\" + (char) c;
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c);
    };
  }

  private static String quotedPrintable(String text) {
    StringBuilder all = new StringBuilder();
    int column = 0;
    for (byte b : text.getBytes(UTF_8)) {
      boolean plain = b > ' ' && b < 0x7f && b != '=';
      String written = plain ? String.valueOf((char) b) : String.format("=%02X", b & 0xff);
      if (column + written.length() > 75) {
        all.append("=\r\n");
        column = 0;
      }
      all.append(written);
      column += written.length();
    }
    return all.toString();
  }

  private static String base32(String text) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    StringBuilder all = new StringBuilder();
    long bits = 0;
    int count = 0;
    for (byte b : text.getBytes(UTF_8)) {
      bits = bits << 8 | (b & 0xff);
      for (count += 8; count >= 5; count -= 5) {
        all.append(alphabet.charAt((int) (bits >> (count - 5)) & 31));
      }
    }
    if (count > 0) {
      all.append(alphabet.charAt((int) (bits << (5 - count)) & 31));
    }
    while (all.length() % 8 != 0) {
      all.append('=');
    }
    return all.toString();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
