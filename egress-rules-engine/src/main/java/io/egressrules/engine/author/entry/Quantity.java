package io.egressrules.engine.author.entry;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads and writes the numbers of a policy, which are decimal digits and nothing that is guessed.
 */
public final class Quantity {
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern FRACTION = Pattern.compile("\\d(\\.\\d+)?");
  private static final long MOST = 999_999_999_999_999_999L;
  private static final double MOST_BITS = 8;

  private Quantity() {}

  /**
   * Reads a number of things.
   *
   * @param text 1 to 18 digits, the first no zero
   * @return at least 1
   * @throws IllegalArgumentException if the text is no such number
   */
  public static long count(String text) {
    if (!COUNT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "write a whole number of at most 18 digits, from 1 on, such as `250`");
    }
    return Long.parseLong(text);
  }

  /**
   * Reads an entropy.
   *
   * @param text a number from 0 to 8, with or without decimals
   * @return bits a character
   * @throws IllegalArgumentException if the text is no such number
   */
  public static double bits(String text) {
    if (FRACTION.matcher(text).matches()) {
      double bits = Double.parseDouble(text);
      if (bits <= MOST_BITS) {
        return bits;
      }
    }
    throw new IllegalArgumentException("write a number from 0 to 8, such as `3.5`");
  }

  /**
   * Writes a number of things.
   *
   * @param count at least 1
   * @return its digits
   * @throws IllegalArgumentException if there are more than 18
   */
  public static String format(long count) {
    if (count > MOST) {
      throw new IllegalArgumentException(
          "a number of a policy file has at most 18 digits; lower the bound");
    }
    return Long.toString(count);
  }

  /**
   * Writes an entropy.
   *
   * @param bits bits a character, from 0 to 8
   * @return its digits, no more of them than tell it from other numbers
   */
  public static String format(double bits) {
    return BigDecimal.valueOf(bits).stripTrailingZeros().toPlainString();
  }
}
