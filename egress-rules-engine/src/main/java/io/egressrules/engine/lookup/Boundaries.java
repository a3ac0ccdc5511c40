package io.egressrules.engine.lookup;

import java.util.Arrays;

/**
 * Addresses of one family, ascending, from each of which on a number holds, until the next. Before
 * the first, 0 does. An IPv4 address is the first 32 of 128 bits.
 */
final class Boundaries {
  private static final int LEAST = 16;

  private long[] highs = new long[LEAST];
  private long[] lows = new long[LEAST];
  private int[] numbers = new int[LEAST];
  private int size;

  /**
   * Adds a boundary that does not lie before those added so far.
   *
   * <p>At the address of the last one it replaces that one; where the number holds already, there
   * is no boundary.
   */
  void add(long high, long low, int number) {
    if (size > 0 && highs[size - 1] == high && lows[size - 1] == low) {
      size--;
    }
    if (number == (size == 0 ? 0 : numbers[size - 1])) {
      return;
    }
    if (size == numbers.length) {
      highs = Arrays.copyOf(highs, 2 * size);
      lows = Arrays.copyOf(lows, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    highs[size] = high;
    lows[size] = low;
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  /** The first 64 bits of a boundary. */
  long high(int boundary) {
    return highs[boundary];
  }

  /** The last 64 bits of a boundary. */
  long low(int boundary) {
    return lows[boundary];
  }

  /** The number that holds from a boundary on. */
  int number(int boundary) {
    return numbers[boundary];
  }
}
