package io.egressrules.engine.lookup;

import java.util.List;

/** The boundaries of IPv6 addresses; a look-up is a binary search. */
final class Ipv6Index {
  private final long[] highs;
  private final long[] lows;
  private final int[] numbers;

  private Ipv6Index(long[] highs, long[] lows, int[] numbers) {
    this.highs = highs;
    this.lows = lows;
    this.numbers = numbers;
  }

  static Ipv6Index of(List<Boundary> ascending) {
    return new Ipv6Index(
        ascending.stream().mapToLong(boundary -> boundary.start().high()).toArray(),
        ascending.stream().mapToLong(boundary -> boundary.start().low()).toArray(),
        ascending.stream().mapToInt(Boundary::number).toArray());
  }

  int find(long high, long low) {
    int from = 0;
    int to = numbers.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isBehind(middle, high, low)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from == 0 ? 0 : numbers[from - 1];
  }

  private boolean isBehind(int boundary, long high, long low) {
    int order = Long.compareUnsigned(highs[boundary], high);
    return order > 0 || (order == 0 && Long.compareUnsigned(lows[boundary], low) > 0);
  }

  long bytes() {
    return 2L * Long.BYTES * highs.length + (long) Integer.BYTES * numbers.length;
  }
}
