package io.egressrules.dlp.check;

/**
 * The formula of ISO/IEC 7812-1, Annex B: "modulus 10, double-add-double". Finds every wrong digit
 * and every swap of neighbours but 0 with 9.
 */
public final class Luhn {
  private Luhn() {}

  /**
   * Whether a number ends with its check digit.
   *
   * @param digits the number
   * @return false if there are no digits
   */
  public static boolean holds(Digits digits) {
    return digits.count() > 0 && sum(digits) % 10 == 0;
  }

  /**
   * Whether a number ends with its check digit when other digits stand before it.
   *
   * @param prefix digits that are not written
   * @param digits the number
   * @return false if there are no digits
   */
  public static boolean holds(String prefix, Digits digits) {
    int doubled = digits.count() % 2;
    int sum = sum(digits);
    for (int i = prefix.length() - 1; i >= 0; i--) {
      sum += (prefix.length() - 1 - i) % 2 == doubled ? once(prefix, i) : twice(once(prefix, i));
    }
    return digits.count() > 0 && sum % 10 == 0;
  }

  private static int once(String prefix, int at) {
    return prefix.charAt(at) - '0';
  }

  private static int sum(Digits digits) {
    int sum = 0;
    for (int i = 0; i < digits.count(); i++) {
      boolean doubled = (digits.count() - i) % 2 == 0;
      sum += doubled ? twice(digits.at(i)) : digits.at(i);
    }
    return sum;
  }

  private static int twice(int digit) {
    return digit < 5 ? 2 * digit : 2 * digit - 9;
  }
}
