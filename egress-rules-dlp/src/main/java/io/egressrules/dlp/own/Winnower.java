package io.egressrules.dlp.own;

import java.util.function.LongConsumer;

/**
 * Selects prints of a text by winnowing (Schleimer, Wilkerson, Aiken, SIGMOD 2003): of each window
 * of hashes of runs of letters the least, the rightmost of equals. Every run of {@code window +
 * gram - 1} letters that two texts share gives both a print of it. Reads letters one by one.
 */
final class Winnower implements FoldedText.Listener {
  private final RollingHash rolling;
  private final LongConsumer prints;
  private final long power;

  /** At i: the hash of the letters before letter i, for the last gram of them. */
  private final long[] prefixes;

  /** The hashes of the last window of runs, and where the least is. */
  private final long[] window;

  private long letters;
  private long runs;
  private long least = -1;

  Winnower(RollingHash rolling, int gram, int window, LongConsumer prints) {
    this.rolling = rolling;
    this.prints = prints;
    power = rolling.power(gram);
    prefixes = new long[gram + 1];
    this.window = new long[window];
  }

  @Override
  public void letter(int folded, long start, long end) {
    long prefix = rolling.next(prefixes[(int) (letters % prefixes.length)], folded);
    letters++;
    int at = (int) (letters % prefixes.length);
    prefixes[at] = prefix;
    if (letters >= prefixes.length - 1) {
      long shorter = prefixes[(at + 1) % prefixes.length];
      select(rolling.spread(rolling.run(prefix, shorter, power)));
    }
  }

  @Override
  public void separator() {
    // Only letters and digits make a print.
  }

  private void select(long hash) {
    window[(int) (runs % window.length)] = hash;
    long newest = runs++;
    if (runs < window.length) {
      return;
    }
    long before = least;
    if (least <= newest - window.length) {
      least = leastOf(newest);
    } else if (hash <= at(least)) {
      least = newest;
    }
    if (least != before) {
      prints.accept(at(least));
    }
  }

  /** Where the least of the window is that ends with a run, the rightmost of equals. */
  private long leastOf(long newest) {
    long found = newest;
    for (long i = newest - 1; i > newest - window.length; i--) {
      if (at(i) < at(found)) {
        found = i;
      }
    }
    return found;
  }

  private long at(long run) {
    return window[(int) (run % window.length)];
  }
}
