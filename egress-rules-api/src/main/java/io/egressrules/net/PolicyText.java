package io.egressrules.net;

/** Text of a policy, made fit to stand in a one-line message to its author. */
final class PolicyText {
  private static final int LONGEST = 80;

  private PolicyText() {}

  /** The text in backticks, cut and without anything but visible ASCII and spaces. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("`");
    for (int at = 0; at < Math.min(text.length(), LONGEST); at++) {
      char c = text.charAt(at);
      if (c >= ' ' && c < 0x7F) {
        out.append(c);
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    return out.append(text.length() > LONGEST ? "…`" : "`").toString();
  }

  /** The error to throw for text of a policy: what it was to be, the text, what to do about it. */
  static IllegalArgumentException refused(String what, String text, String advice) {
    return new IllegalArgumentException(what + " " + quoted(text) + ": " + advice);
  }
}
