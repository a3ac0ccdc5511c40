package io.egressrules.engine.unicode;

import io.egressrules.net.GateRule;
import io.egressrules.net.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encodes what is not ASCII as UTF-8 (RFC 3987 section 3.1, step 2). */
public final class Utf8Escapes {
  private static final int MAX_ASCII = 0x7F;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Utf8Escapes() {}

  /**
   * Appends a part of a text. ASCII characters stay, whatever they are: percent signs above all.
   *
   * @param text any text
   * @param from where the part starts
   * @param ascii receives the part
   * @throws MalformedException if half of a surrogate pair stands alone
   */
  public static void append(String text, int from, StringBuilder ascii) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c <= MAX_ASCII) {
        ascii.append((char) c);
      } else if (Character.getType(c) == Character.SURROGATE) {
        throw new MalformedException(GateRule.SURROGATE, at);
      } else {
        escape(c, ascii);
      }
      at += Character.charCount(c);
    }
  }

  private static void escape(int c, StringBuilder ascii) {
    for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      ascii.append('%').append(HEX.toHexDigits(octet));
    }
  }
}
