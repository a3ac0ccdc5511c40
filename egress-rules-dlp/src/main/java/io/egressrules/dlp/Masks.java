package io.egressrules.dlp;

import io.egressrules.policy.Redaction;

/** The texts that stand for redacted values: ASCII, and the same in every medium. */
final class Masks {
  /** How many of a value's last letters and digits are shown, */
  private static final int SHOWN = 4;

  /** if it has at least so many. */
  private static final int ENOUGH = 12;

  private static final int TOKEN = 16;
  private static final String SEPARATORS = " -./:";

  private Masks() {}

  /**
   * What stands for a value.
   *
   * @param fingerprint the fingerprint of the value
   */
  static String of(Redaction redaction, Match match, String fingerprint) {
    return switch (redaction) {
      case DROP -> "";
      case MASK -> "[" + match.detector() + "]";
      case TOKEN -> "[" + match.detector() + ":" + fingerprint.substring(0, TOKEN) + "]";
      case LAST_FOUR -> lastFour(match.value());
    };
  }

  private static String lastFour(String value) {
    long hidden = value.chars().filter(Masks::counts).count();
    hidden -= hidden >= ENOUGH ? SHOWN : 0;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean shown = counts(c) ? hidden-- <= 0 : SEPARATORS.indexOf(c) >= 0;
      text.append(shown ? c : '*');
    }
    return text.toString();
  }

  private static boolean counts(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
