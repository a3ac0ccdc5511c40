package io.egressrules.engine.lookup;

import java.util.Arrays;

/**
 * Prefixes of one family and their numbers, which may lie in each other, until they are flattened
 * into {@link Boundaries}. An IPv4 address is the first 32 of 128 bits.
 */
final class Prefixes {
  private static final int LEAST = 16;

  /** The most prefixes that can lie in each other. */
  private static final int DEEPEST = 129;

  private long[] highs = new long[LEAST];
  private long[] lows = new long[LEAST];
  private byte[] lengths = new byte[LEAST];
  private int[] numbers = new int[LEAST];
  private int size;
  private boolean inOrder = true;

  void add(long high, long low, int length, int number) {
    if (size == numbers.length) {
      highs = Arrays.copyOf(highs, 2 * size);
      lows = Arrays.copyOf(lows, 2 * size);
      lengths = Arrays.copyOf(lengths, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    highs[size] = high;
    lows[size] = low;
    lengths[size] = (byte) length;
    numbers[size] = number;
    inOrder &= size == 0 || compare(size - 1, size) <= 0;
    size++;
  }

  /** Of a prefix that was added twice, the last number holds. */
  Boundaries flatten() {
    Boundaries boundaries = new Boundaries();
    int[] open = new int[DEEPEST];
    int depth = 0;
    for (int prefix : widerFirst()) {
      while (depth > 0 && !contains(open[depth - 1], prefix)) {
        depth--;
        close(open, depth, boundaries);
      }
      boundaries.add(highs[prefix], lows[prefix], numbers[prefix]);
      boolean again = depth > 0 && compare(open[depth - 1], prefix) == 0;
      open[again ? depth - 1 : depth++] = prefix;
    }
    while (depth > 0) {
      depth--;
      close(open, depth, boundaries);
    }
    return boundaries;
  }

  /** Behind a prefix the one around it goes on, unless no address is behind it. */
  private void close(int[] open, int depth, Boundaries boundaries) {
    int prefix = open[depth];
    int around = depth == 0 ? 0 : numbers[open[depth - 1]];
    int length = length(prefix);
    long low = length <= Long.SIZE ? 0 : lows[prefix] + (1L << -length);
    long step = length <= Long.SIZE ? 1L << -length : low == 0 ? 1 : 0;
    long high = length == 0 ? 0 : highs[prefix] + step;
    if (high != 0 || low != 0) {
      boundaries.add(high, low, around);
    }
  }

  private int length(int prefix) {
    return lengths[prefix] & 0xff;
  }

  private boolean contains(int prefix, int other) {
    int shared = Long.numberOfLeadingZeros(highs[prefix] ^ highs[other]);
    if (shared == Long.SIZE) {
      shared += Long.numberOfLeadingZeros(lows[prefix] ^ lows[other]);
    }
    return shared >= length(prefix);
  }

  private int compare(int prefix, int other) {
    int order = Long.compareUnsigned(highs[prefix], highs[other]);
    if (order == 0) {
      order = Long.compareUnsigned(lows[prefix], lows[other]);
    }
    return order == 0 ? Integer.compare(length(prefix), length(other)) : order;
  }

  /** All prefixes by their first address, those that contain others before them. */
  private int[] widerFirst() {
    int[] order = new int[size];
    Arrays.setAll(order, prefix -> prefix);
    if (!inOrder) {
      sort(order, order.clone(), 0, size);
    }
    return order;
  }

  /** Sorts by merging, which leaves equal prefixes in their order. Both arrays begin alike. */
  private void sort(int[] sorted, int[] spare, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(spare, sorted, from, middle);
    sort(spare, sorted, middle, to);
    int left = from;
    int right = middle;
    for (int next = from; next < to; next++) {
      boolean takesLeft = right == to || (left < middle && compare(spare[left], spare[right]) <= 0);
      sorted[next] = takesLeft ? spare[left++] : spare[right++];
    }
  }
}
