package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259). In a string a value is replaced as it is. A number becomes a string if the value
 * is all of it. Anything else would break the text.
 */
final class JsonMedium extends Medium {
  private boolean inString;
  private boolean escaped;
  private int last = ' ';

  @Override
  void pass(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      step(bytes[i]);
    }
  }

  private void step(byte b) {
    if (escaped) {
      escaped = false;
    } else if (inString) {
      escaped = b == '\\';
      inString = b != '"';
    } else {
      inString = b == '"';
    }
    last = b;
  }

  @Override
  byte @Nullable [] replace(byte[] bytes, int from, int to, int limit, String by) {
    if (inString) {
      return staysInside(bytes, from, to) ? by.getBytes(US_ASCII) : null;
    }
    boolean whole = isDelimiter(last) && (to == limit || isDelimiter(bytes[to]));
    if (!whole || !isNumber(bytes, from, to)) {
      return null;
    }
    last = '"';
    return ('"' + by + '"').getBytes(US_ASCII);
  }

  private boolean staysInside(byte[] bytes, int from, int to) {
    boolean whole = !escaped;
    for (int i = from; i < to; i++) {
      step(bytes[i]);
      whole &= inString;
    }
    return whole && !escaped;
  }

  private static boolean isDelimiter(int b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r' || ",:[]{}".indexOf(b) >= 0;
  }

  private static boolean isNumber(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((bytes[i] < '0' || bytes[i] > '9') && "+-.eE".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }
}
