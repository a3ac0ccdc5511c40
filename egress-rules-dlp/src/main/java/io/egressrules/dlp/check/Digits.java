package io.egressrules.dlp.check;

import java.util.Arrays;

/** The decimal digits of a number as people write it, without its separators. Immutable. */
public final class Digits {
  private static final String SEPARATORS = " -./\u00a0";
  private static final Digits NONE = new Digits(new int[0]);

  private final int[] values;

  private Digits(int[] values) {
    this.values = values;
  }

  /**
   * The digits of a text.
   *
   * @param text ASCII digits and the separators space, no-break space, {@code -}, {@code .} and
   *     {@code /}
   * @return its digits; none if it holds anything else
   */
  public static Digits of(CharSequence text) {
    int[] values = new int[text.length()];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        values[count++] = c - '0';
      } else if (SEPARATORS.indexOf(c) < 0) {
        return NONE;
      }
    }
    return new Digits(Arrays.copyOf(values, count));
  }

  /**
   * How many they are.
   *
   * @return 0 or more
   */
  public int count() {
    return values.length;
  }

  /**
   * One of them.
   *
   * @param index from 0, the leftmost
   * @return 0 to 9
   */
  public int at(int index) {
    return values[index];
  }

  /**
   * The last of them.
   *
   * @return 0 to 9
   */
  public int last() {
    return values[values.length - 1];
  }

  /**
   * The number that some of them write.
   *
   * @param from the first
   * @param to after the last, at most 9 further
   * @return the number
   */
  public int number(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + values[i];
    }
    return number;
  }

  /**
   * The leftmost of them.
   *
   * @param count how many
   * @return those
   */
  public Digits first(int count) {
    return new Digits(Arrays.copyOf(values, count));
  }

  /**
   * The sum of each digit times its weight.
   *
   * @param weights for the leftmost digits; no more than there are digits
   * @return the sum
   */
  public int weighted(int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  /**
   * The sum of the decimal digits of each product of a digit and its weight.
   *
   * @param weights for the leftmost digits, from 0 to 9
   * @return the sum
   */
  public int crossWeighted(int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = weights[i] * values[i];
      sum += product / 10 + product % 10;
    }
    return sum;
  }

  /**
   * The remainder of the number that all of them write.
   *
   * @param modulus from 2 to 100 million
   * @return from 0 below the modulus
   */
  public int remainder(int modulus) {
    int rest = 0;
    for (int digit : values) {
      rest = (10 * rest + digit) % modulus;
    }
    return rest;
  }

  /**
   * Whether they are one digit repeated, which no authority issues.
   *
   * @return true also if there are none
   */
  public boolean allEqual() {
    return Arrays.stream(values).distinct().count() <= 1;
  }

  /**
   * How often a digit occurs among them.
   *
   * @param digit 0 to 9
   * @return 0 or more
   */
  public int occurrences(int digit) {
    return (int) Arrays.stream(values).filter(value -> value == digit).count();
  }
}
