package io.egressrules.engine.lookup;

import java.util.Arrays;

/**
 * Finds a key among ascending ones. The first bits of its distance from the first key choose a
 * cell, the cell says how many keys lie before it, and the few up to the next cell are looked at
 * one by one: an index into the keys, as in DXR (Zec, Rizzo and Mikuc 2012). Where they are more
 * than {@value #FEW}, looking begins where the key would be if they were evenly spread (Peterson
 * 1957): a search by halves reads as many keys, but all over the cell, and each waits for memory.
 *
 * <p>There are up to eight cells for each key, so that a small index has a small root, but not more
 * than stay in a second-level cache. A crowded cell, as of addresses that share their first bits,
 * has cells of its own, which the next bits choose from, about as many as keys.
 *
 * <p>All cells are in one array, those of one choice side by side, with one more behind them for
 * what lies before their end. A cell that has cells of its own is negative: the complement of their
 * place, times 32, and the number of bits that choose from them.
 */
final class Root {
  /** The most bits that choose a cell at once. */
  private static final int MOST_BITS = 16;

  /** The cells of a key, while there are not too many. */
  private static final long CELLS = 8;

  /** So many keys of a cell are looked at from the first one on. */
  private static final int FEW = 4;

  /** A cell with more keys is crowded. */
  private static final int CROWDED = 64;

  /** In a negative cell: the bits below the place. */
  private static final int BELOW_PLACE = 5;

  private static final int LAST_PLACE = 1 << (Integer.SIZE - 1 - BELOW_PLACE);

  private final long[] keys;
  private final int stride;
  private final int count;

  /** The first key, and how far the last one is from it. */
  private final long first;

  private final long span;

  /** How many bits of a distance are left behind those that choose a first cell. */
  private final int firstLeft;

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
    this.count = keys.length / stride;
    this.first = count == 0 ? 0 : keys[0];
    this.span = count == 0 ? 0 : keys[(count - 1) * stride] - first;
    int significant = Long.SIZE - Long.numberOfLeadingZeros(span);
    int bits = Math.min(significant, bits(CELLS * count));
    this.firstLeft = significant - bits;
    Division division = new Division();
    division.divide(0, count, firstLeft, bits, 1);
    this.cells = Arrays.copyOf(division.cells, division.end);
    this.mostSteps = division.depth + division.crowd + 1;
  }

  /** Bits that choose from no more cells than are wanted, and more than half as many. */
  private static int bits(long wanted) {
    return Math.min(MOST_BITS, Long.SIZE - 1 - Long.numberOfLeadingZeros(wanted | 1));
  }

  /** The number of keys up to and including this one, which need not be among them. */
  int upTo(long key) {
    long distance = key - first;
    if (Long.compareUnsigned(distance, span) > 0) {
      return Long.compareUnsigned(key, first) < 0 ? 0 : count;
    }
    int left = firstLeft;
    int cell = (int) (distance >>> left);
    while (cells[cell] < 0) {
      int own = ~cells[cell];
      int bits = own & ((1 << BELOW_PLACE) - 1);
      left -= bits;
      cell = (own >>> BELOW_PLACE) + choice(distance, left, bits);
    }
    int from = cells[cell];
    int to = before(cell + 1);
    int at = to - from > FEW ? from + evenly(distance << -left, to - from) : from;
    while (at > from && Long.compareUnsigned(keys[(at - 1) * stride], key) > 0) {
      at--;
    }
    while (at < to && Long.compareUnsigned(keys[at * stride], key) <= 0) {
      at++;
    }
    return at;
  }

  /** So many bits of a distance, behind which others are left. */
  private static int choice(long distance, int left, int bits) {
    return (int) (distance >>> left) & ((1 << bits) - 1);
  }

  /** How many of some keys lie before a place in their cell if they are evenly spread. */
  private static int evenly(long place, int keys) {
    return (int) Math.multiplyHigh(place >>> 1, (long) keys << 1);
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
  private final class Division {
    private int[] cells = {};
    private int end;

    /** The most cells that lead to a key, and the most keys of a cell that is not divided. */
    private int depth;

    private int crowd;

    /** Adds cells for keys that agree in all bits before those that choose. */
    private void divide(int from, int to, int left, int bits, int level) {
      depth = Math.max(depth, level);
      int place = end;
      int behind = place + (1 << bits);
      end = behind + 1;
      if (end > cells.length) {
        cells = Arrays.copyOf(cells, Math.max(end, 2 * cells.length));
      }
      int next = from;
      for (int cell = place; cell < behind; cell++) {
        int start = next;
        while (next < to && place + choice(keys[next * stride] - first, left, bits) == cell) {
          next++;
        }
        cells[cell] = start;
        if (next - start > CROWDED && end < LAST_PLACE) {
          int more = bits(next - start);
          cells[cell] = ~((end << BELOW_PLACE) | more);
          divide(start, next, left - more, more, level + 1);
        } else {
          crowd = Math.max(crowd, next - start);
        }
      }
      cells[behind] = to;
    }
  }
}
