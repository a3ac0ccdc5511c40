package io.egressrules.dlp.check;

/** Check character systems of ISO/IEC 7064. */
public final class Iso7064 {
  private Iso7064() {}

  /**
   * MOD 97-10 over digits and letters, a letter standing for two digits: A is 10, Z is 35.
   *
   * @param text ASCII digits and letters in either case
   * @return the remainder of the number by 97, 1 if its check digits are right; -1 if it holds
   *     anything else
   */
  public static int mod97(CharSequence text) {
    int rest = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 36) : -1;
      if (value < 0) {
        return -1;
      }
      rest = (value < 10 ? 10 * rest + value : 100 * rest + value) % 97;
    }
    return rest;
  }

  /**
   * MOD 11-2: the check character is the last, where {@code X} stands for 10.
   *
   * @param text digits, the last may be {@code X} in either case
   * @return whether the check character is right
   */
  public static boolean mod11Two(CharSequence text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ten = (c == 'X' || c == 'x') && i == text.length() - 1;
      if (!ten && (c < '0' || c > '9')) {
        return false;
      }
      sum = (2 * sum + (ten ? 10 : c - '0')) % 11;
    }
    return text.length() > 0 && sum == 1;
  }

  /**
   * MOD 11,10, a hybrid system: the check digit is the last.
   *
   * @param digits the number
   * @return whether the check digit is right; false if there are no digits
   */
  public static boolean mod11Ten(Digits digits) {
    int product = 10;
    for (int i = 0; i < digits.count() - 1; i++) {
      int sum = (digits.at(i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return digits.count() > 0 && (product + digits.last()) % 10 == 1;
  }
}
