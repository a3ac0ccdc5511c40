package io.egressrules.dlp.check;

/**
 * The check of J. Verhoeff, "Error Detecting Decimal Codes" (1969), over the dihedral group of the
 * pentagon. Finds every wrong digit and every swap of neighbours.
 */
public final class Verhoeff {
  private static final int[] STEP = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

  private Verhoeff() {}

  /**
   * Whether a number ends with its check digit.
   *
   * @param digits the number
   * @return false if there are no digits
   */
  public static boolean holds(Digits digits) {
    int state = 0;
    for (int i = 0; i < digits.count(); i++) {
      state = product(state, permuted(digits.at(digits.count() - 1 - i), i % 8));
    }
    return digits.count() > 0 && state == 0;
  }

  /** The digit after the permutation was applied some times. */
  private static int permuted(int digit, int times) {
    int permuted = digit;
    for (int i = 0; i < times; i++) {
      permuted = STEP[permuted];
    }
    return permuted;
  }

  /** The product in the dihedral group: 0 to 4 are rotations, 5 to 9 reflections. */
  private static int product(int a, int b) {
    int turn = a < 5 ? a + b % 5 : a - b % 5;
    boolean reflection = (a < 5) != (b < 5);
    return Math.floorMod(turn, 5) + (reflection ? 5 : 0);
  }
}
