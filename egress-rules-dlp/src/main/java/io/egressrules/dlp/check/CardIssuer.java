package io.egressrules.dlp.check;

import java.util.List;

/**
 * A range of issuer identification numbers of ISO/IEC 7812-1, as the scheme publishes it, and the
 * length that nearly all card numbers in it have.
 *
 * @param scheme who runs it
 * @param low the least first six digits
 * @param high the greatest first six digits
 * @param length how many digits
 */
public record CardIssuer(String scheme, int low, int high, int length) {
  private static final List<CardIssuer> ALL =
      List.of(
          new CardIssuer("Visa", 400000, 499999, 16),
          new CardIssuer("Mastercard", 510000, 559999, 16),
          new CardIssuer("Mastercard", 222100, 272099, 16),
          new CardIssuer("American Express", 340000, 349999, 15),
          new CardIssuer("American Express", 370000, 379999, 15),
          new CardIssuer("Discover", 601100, 601199, 16),
          new CardIssuer("Discover", 644000, 659999, 16),
          new CardIssuer("Diners Club", 300000, 305999, 14),
          new CardIssuer("Diners Club", 309500, 309599, 14),
          new CardIssuer("Diners Club", 360000, 369999, 14),
          new CardIssuer("Diners Club", 380000, 399999, 14),
          new CardIssuer("JCB", 352800, 358999, 16),
          new CardIssuer("UnionPay", 620000, 629999, 16),
          new CardIssuer("UnionPay", 810000, 817199, 16),
          new CardIssuer("Mir", 220000, 220499, 16),
          new CardIssuer("RuPay", 600000, 600999, 16),
          new CardIssuer("RuPay", 606000, 608999, 16),
          new CardIssuer("Troy", 979200, 979299, 16),
          new CardIssuer("Maestro", 500000, 509999, 16),
          new CardIssuer("Maestro", 560000, 589999, 16),
          new CardIssuer("Maestro", 630000, 639999, 16),
          new CardIssuer("Maestro", 670000, 679999, 16));

  /**
   * Whether a number is in an issuer's range and has the length that nearly all its numbers have.
   *
   * @param digits a number
   * @return whether it is
   */
  public static boolean usual(Digits digits) {
    return ALL.stream().anyMatch(range -> range.holds(digits));
  }

  private boolean holds(Digits digits) {
    return digits.count() == length && digits.number(0, 6) >= low && digits.number(0, 6) <= high;
  }
}
