package io.egressrules.net;

/** The kinds of character the gate tells apart, as flags; a character may be of several kinds. */
final class UrlChar {
  /** 0x21–0x7E but the backslash: all that a URL may hold. */
  static final int GRAPHIC = 1;

  /** Letters, digits, hyphen and underscore. */
  static final int HOST = 1 << 1;

  static final int UPPER = 1 << 2;
  static final int UNDERSCORE = 1 << 3;

  /** RFC 3986 section 3.2.1 without escapes: unreserved, sub-delims and colon. */
  static final int USERINFO = 1 << 4;

  /** RFC 3986 section 3.3 {@code pchar} without escapes: what a path holds unchanged. */
  static final int PATH = 1 << 5;

  /** RFC 3986 section 2.3: never escaped in canonical form. */
  static final int UNRESERVED = 1 << 6;

  private static final String SUB_DELIMS = "!$&'()*+,;=";
  private static final byte[] FLAGS = new byte[128];

  static {
    for (char c = 0x21; c < 0x7F; c++) {
      FLAGS[c] = (byte) flagsOf(c);
    }
  }

  private UrlChar() {}

  private static int flagsOf(char c) {
    boolean upper = c >= 'A' && c <= 'Z';
    boolean alphanumeric = upper || (c >= 'a' && c <= 'z') || isDigit(c);
    boolean unreserved = alphanumeric || "-._~".indexOf(c) >= 0;
    boolean userInfo = unreserved || c == ':' || SUB_DELIMS.indexOf(c) >= 0;
    return (c == '\\' ? 0 : GRAPHIC)
        | (alphanumeric || c == '-' || c == '_' ? HOST : 0)
        | (upper ? UPPER : 0)
        | (c == '_' ? UNDERSCORE : 0)
        | (userInfo ? USERINFO : 0)
        | (userInfo || c == '@' ? PATH : 0)
        | (unreserved ? UNRESERVED : 0);
  }

  /** All kinds {@code c} is of; 0 for what no URL may hold. */
  static int flags(char c) {
    return c < 128 ? FLAGS[c] : 0;
  }

  static boolean is(int kind, char c) {
    return (flags(c) & kind) != 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The value of an ASCII hexadecimal digit, or -1. */
  static int hex(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    int letter = (c | 0x20) - 'a';
    return c < 128 && letter >= 0 && letter < 6 ? letter + 10 : -1;
  }

  /** The octet written as two hexadecimal digits from {@code at}, or -1 when they are not there. */
  static int octet(String text, int at, int end) {
    if (at + 2 > end) {
      return -1;
    }
    int high = hex(text.charAt(at));
    int low = hex(text.charAt(at + 1));
    return (high | low) < 0 ? -1 : high << 4 | low;
  }

  /** The rule that a character broke which no URL may hold. */
  static GateRule ruleAgainst(char c) {
    return c == '\\' ? GateRule.BACKSLASH : GateRule.CHARACTER;
  }
}
