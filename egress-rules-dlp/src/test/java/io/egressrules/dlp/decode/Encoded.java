package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Texts as others encode them, mostly by means of the JDK; strings stand for ISO 8859-1. */
final class Encoded {
  private Encoded() {}

  static String latin1(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  static String base64(String text) {
    return base64(text.getBytes(ISO_8859_1));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String base64Url(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(ISO_8859_1));
  }

  static String mime(String text) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(ISO_8859_1));
  }

  static String base32(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    if (bytes.length == 0) {
      return "";
    }
    int spare = (5 - bytes.length % 5) % 5;
    String digits = new BigInteger(1, bytes).shiftLeft(8 * spare).toString(32);
    int length = (bytes.length + spare) / 5 * 8;
    String padded = "0".repeat(length - digits.length()) + digits;
    return padded
        .chars()
        .mapToObj(c -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Character.digit(c, 32)))
        .map(String::valueOf)
        .collect(Collectors.joining())
        .substring(0, (bytes.length * 8 + 4) / 5);
  }

  static String hex(String text, String separator) {
    return text.chars().mapToObj("%02x"::formatted).collect(Collectors.joining(separator));
  }

  static String percent(String text) {
    return each(text, "%%%02X");
  }

  static String unicode(String text) {
    return each(text, "\\u%04x");
  }

  static String each(String text, String format) {
    return text.chars().mapToObj(format::formatted).collect(Collectors.joining());
  }

  static String fullWidth(String text) {
    return text.chars().mapToObj(c -> Character.toString(c + 0xFEE0)).collect(Collectors.joining());
  }

  static String tags(String text) {
    return text.chars()
        .mapToObj(c -> Character.toString(c + 0xE0000))
        .collect(Collectors.joining());
  }

  /** The inside of a JSON string. */
  static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }

  static byte[] gzip(String text) {
    return written(text, GZIPOutputStream::new);
  }

  static byte[] zlib(String text) {
    return written(text, DeflaterOutputStream::new);
  }

  static byte[] zip(String text) {
    return written(
        text,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          zip.putNextEntry(new ZipEntry("notes.txt"));
          return zip;
        });
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private interface Wrapping {
    OutputStream of(OutputStream out) throws IOException;
  }

  private static byte[] written(String text, Wrapping wrapping) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = wrapping.of(bytes)) {
      out.write(text.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
