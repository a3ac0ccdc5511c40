package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259). In a string a value is replaced as it is. A number becomes a string if the value
 * is all of it. Anything else would break the text.
 */
final class JsonMedium extends Medium {
  /** What comes after a backslash is one character, */
  private static final int ANY = 5;

  /** or `u` and so many digits. */
  private static final int HEX = 4;

  private boolean inString;

  /** How many characters of an escape are still to come. */
  private int open;

  private int last = ' ';

  @Override
  void pass(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      step(bytes[i]);
    }
  }

  private void step(byte b) {
    if (open > 0) {
      open = open == ANY && b == 'u' ? HEX : open == ANY ? 0 : open - 1;
    } else if (inString) {
      open = b == '\\' ? ANY : 0;
      inString = b != '"';
    } else {
      inString = b == '"';
    }
    last = b;
  }

  @Override
  byte @Nullable [] replace(byte[] bytes, int from, int to, int limit, String by) {
    if (inString) {
      return inString(bytes, from, to, by);
    }
    boolean whole = isDelimiter(last) && (to == limit || isDelimiter(bytes[to]));
    if (!whole || !isNumber(bytes, from, to)) {
      return null;
    }
    last = '"';
    return ('"' + by + '"').getBytes(US_ASCII);
  }

  /** The end of an escape that the value begins within stays, and it must end outside of one. */
  private byte @Nullable [] inString(byte[] bytes, int from, int to, String by) {
    StringBuilder text = new StringBuilder();
    boolean inside = true;
    for (int i = from; i < to; i++) {
      if (open > 0 && text.length() == i - from) {
        text.append((char) bytes[i]);
      }
      step(bytes[i]);
      inside &= inString;
    }
    return inside && open == 0 ? text.append(by).toString().getBytes(US_ASCII) : null;
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
