package io.egressrules.engine.lookup;

import java.util.Arrays;

/**
 * Finds a key among ascending ones. Its first bits choose a cell, the cell says how many keys lie
 * before it, and the few up to the next cell are searched by halves: an index into the keys, as in
 * DXR (Zec, Rizzo and Mikuc 2012).
 *
 * <p>There are one to two cells for each key, so that a small index has a small root, but not more
 * than stay in a second-level cache. A crowded cell, as of addresses that share their first bits,
 * has cells of its own, which the next bits choose from, half as many.
 *
 * <p>All cells are in one array, those of one choice side by side, with one more behind them for
 * what lies before their end. A cell that has cells of its own is negative: the complement of their
 * place, times 32, and the number of bits that choose from them.
 */
final class Root {
  /** The most bits that choose a cell at once. */
  private static final int MOST_BITS = 16;

  /** A cell with more keys is crowded. */
  private static final int CROWDED = 64;

  /** In a negative cell: the bits below the place. */
  private static final int BELOW_PLACE = 5;

  private static final int LAST_PLACE = 1 << (Integer.SIZE - 1 - BELOW_PLACE);

  private final long[] keys;
  private final int stride;
  private final int bits;
  private final int[] cells;
  private final int mostSteps;

  /**
   * A root over keys.
   *
   * @param keys every {@code stride}-th of these longs is a key, beginning with the first; as
   *     unsigned numbers they ascend, and no two are equal
   */
  Root(long[] keys, int stride) {
    this.keys = keys;
    this.stride = stride;
    int count = keys.length / stride;
    this.bits = bits(2 * count);
    Division division = new Division(keys, stride);
    division.divide(0, count, 0, bits, 1);
    this.cells = Arrays.copyOf(division.cells, division.end);
    this.mostSteps = division.depth + Integer.SIZE - Integer.numberOfLeadingZeros(division.crowd);
  }

  /** Bits that choose from no more cells than there are keys, and more than half as many. */
  private static int bits(int count) {
    return Math.min(MOST_BITS, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count | 1));
  }

  /** Some bits of a key; there may be none. */
  private static int choice(long key, int before, int bits) {
    return (int) (key << before >>> 1 >>> (Long.SIZE - 1 - bits));
  }

  /** The number of keys up to and including this one, which need not be among them. */
  int upTo(long key) {
    int cell = choice(key, 0, bits);
    int before = bits;
    while (cells[cell] < 0) {
      int own = ~cells[cell];
      int more = own & ((1 << BELOW_PLACE) - 1);
      cell = (own >>> BELOW_PLACE) + choice(key, before, more);
      before += more;
    }
    int from = cells[cell];
    int to = before(cell + 1);
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Long.compareUnsigned(keys[middle * stride], key) > 0) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** How many keys lie before a cell: as many as before the first of its own cells. */
  private int before(int cell) {
    int first = cells[cell];
    while (first < 0) {
      first = cells[~first >>> BELOW_PLACE];
    }
    return first;
  }

  /** The most cells that are read and keys that are compared to find one. */
  int mostSteps() {
    return mostSteps;
  }

  long bytes() {
    return (long) Long.BYTES * keys.length + (long) Integer.BYTES * cells.length;
  }

  /** Divides keys into cells, and the keys of crowded cells again. */
  private static final class Division {
    private final long[] keys;
    private final int stride;
    private int[] cells = {};
    private int end;

    /** The most cells that lead to a key, and the most keys of a cell that is not divided. */
    private int depth;

    private int crowd;

    Division(long[] keys, int stride) {
      this.keys = keys;
      this.stride = stride;
    }

    /** Adds cells for keys that agree in all bits before. */
    private void divide(int from, int to, int before, int bits, int level) {
      depth = Math.max(depth, level);
      int place = end;
      int behind = place + (1 << bits);
      end = behind + 1;
      if (end > cells.length) {
        cells = Arrays.copyOf(cells, Math.max(end, 2 * cells.length));
      }
      int next = from;
      for (int cell = place; cell < behind; cell++) {
        int first = next;
        while (next < to && place + choice(keys[next * stride], before, bits) == cell) {
          next++;
        }
        cells[cell] = first;
        if (next - first > CROWDED && end < LAST_PLACE) {
          int more = bits(next - first);
          cells[cell] = ~((end << BELOW_PLACE) | more);
          divide(first, next, before + bits, more, level + 1);
        } else {
          crowd = Math.max(crowd, next - first);
        }
      }
      cells[behind] = to;
    }
  }
}
