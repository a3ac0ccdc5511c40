package io.egressrules.dlp.check;

/** Check digits of the machine readable zone of travel documents: ICAO Doc 9303-3, section 4.9. */
public final class MachineReadable {
  private static final int[] WEIGHTS = {7, 3, 1};

  private MachineReadable() {}

  /**
   * Whether a text ends with its check digit.
   *
   * @param text ASCII letters in either case, digits and {@code <}
   * @return false if it holds anything else, or fewer than two characters
   */
  public static boolean holds(CharSequence text) {
    int sum = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      int value = c == '<' ? 0 : c < 128 ? Character.digit(c, 36) : -1;
      if (value < 0) {
        return false;
      }
      sum += WEIGHTS[i % 3] * value;
    }
    return text.length() > 1 && text.charAt(text.length() - 1) == '0' + sum % 10;
  }
}
