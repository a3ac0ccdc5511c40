package io.egressrules;

/** What HTTP lets a name and a value be made of (RFC 9110 sections 5.5 and 5.6.2). */
final class HttpText {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final int DELETE = 0x7F;
  private static final int LAST_OCTET = 0xFF;

  private HttpText() {}

  /** A method or a field name: visible ASCII without delimiters, at least one character. */
  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * A field value: no control character but the tab, and nothing beyond an octet, which a client
   * may cut to one that ends the line.
   */
  static boolean isFieldValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\t' && (c < ' ' || c == DELETE || c > LAST_OCTET)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }
}
