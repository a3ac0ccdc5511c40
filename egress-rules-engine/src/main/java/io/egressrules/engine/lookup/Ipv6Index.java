package io.egressrules.engine.lookup;

import io.egressrules.net.IpAddress;
import java.util.Arrays;

/**
 * The boundaries of IPv6 addresses, by their first halves, because few have anything in the second.
 *
 * <p>For each first half that a boundary has, two longs lie side by side: the half, and, above each
 * other, the number of its last boundary, which holds on until the next half, and a place in {@code
 * lows}. Where a half has a boundary that is not its first address, the second halves of all its
 * boundaries are there, from the place of the half before up to its own.
 */
final class Ipv6Index {
  /** The longs of a half. */
  private static final int STRIDE = 2;

  private final long[] halves;
  private final Root root;
  private final long[] lows;
  private final int[] numbers;

  Ipv6Index(Boundaries ascending) {
    int size = ascending.size();
    long[] packed = new long[STRIDE * size];
    long[] seconds = new long[size];
    int[] own = new int[size];
    int half = 0;
    int place = 0;
    int to;
    for (int from = 0; from < size; from = to) {
      for (to = from + 1; to < size && ascending.high(to) == ascending.high(from); to++) {}
      if (to - from > 1 || ascending.low(from) != 0) {
        for (int i = from; i < to; i++) {
          seconds[place] = ascending.low(i);
          own[place++] = ascending.number(i);
        }
      }
      packed[half++] = ascending.high(from);
      packed[half++] = (long) ascending.number(to - 1) << Integer.SIZE | place;
    }
    halves = Arrays.copyOf(packed, half);
    lows = Arrays.copyOf(seconds, place);
    numbers = Arrays.copyOf(own, place);
    root = new Root(halves, STRIDE);
  }

  int find(long high, long low) {
    int half = root.upTo(high) - 1;
    if (half < 0) {
      return 0;
    }
    return halves[STRIDE * half] == high && place(half - 1) < place(half)
        ? within(half, low)
        : number(half);
  }

  /** The number of the last boundary up to an address within a half. */
  private int within(int half, long low) {
    int from = place(half - 1);
    int to = place(half);
    int first = from;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Long.compareUnsigned(lows[middle], low) > 0) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from == first ? number(half - 1) : numbers[from - 1];
  }

  /** The number that holds behind a half; none does before the first. */
  private int number(int half) {
    return half < 0 ? 0 : (int) (halves[STRIDE * half + 1] >>> Integer.SIZE);
  }

  /** The place behind the second halves of a half. */
  private int place(int half) {
    return half < 0 ? 0 : (int) halves[STRIDE * half + 1];
  }

  void forEach(CidrIndex.Visitor visitor) {
    for (int half = 0; half < halves.length / STRIDE; half++) {
      long high = halves[STRIDE * half];
      if (place(half - 1) == place(half)) {
        visitor.visit(IpAddress.ofIpv6(high, 0), number(half));
      }
      for (int i = place(half - 1); i < place(half); i++) {
        visitor.visit(IpAddress.ofIpv6(high, lows[i]), numbers[i]);
      }
    }
  }

  /** Those to a half, and those to a boundary within it. */
  int mostSteps() {
    int most = 0;
    for (int half = 0; half < halves.length / STRIDE; half++) {
      most = Math.max(most, place(half) - place(half - 1));
    }
    return root.mostSteps() + Integer.SIZE - Integer.numberOfLeadingZeros(most);
  }

  long bytes() {
    return root.bytes() + (long) (Long.BYTES + Integer.BYTES) * lows.length;
  }
}
