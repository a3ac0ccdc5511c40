package io.egressrules.dlp.scan;

import java.util.BitSet;
import java.util.Map;
import java.util.function.Function;

/**
 * The {@link Ends} of an {@link Automaton} as sets of bits: where walks come in, or where they may
 * leave. Immutable.
 */
final class Doors {
  /** Open under whatever condition. */
  private final long[] always;

  private final int[] conditions;
  private final long[][] sometimes;

  Doors(Ends ends, Function<BitSet, long[]> words) {
    Map<Integer, BitSet> all = ends.byCondition();
    always = words.apply(all.getOrDefault(0, new BitSet()));
    conditions = all.keySet().stream().mapToInt(c -> c).filter(c -> c != 0).toArray();
    sometimes = new long[conditions.length][];
    for (int i = 0; i < conditions.length; i++) {
      sometimes[i] = words.apply(all.getOrDefault(conditions[i], new BitSet()));
    }
  }

  boolean areConditional() {
    return conditions.length > 0;
  }

  /** Whether one is open that a set has; {@code bits} hold at the boundary. */
  boolean meet(long[] set, int bits) {
    if (intersect(set, always)) {
      return true;
    }
    for (int i = 0; i < conditions.length; i++) {
      if (Boundary.holds(conditions[i], bits) && intersect(set, sometimes[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean intersect(long[] a, long[] b) {
    for (int w = 0; w < a.length; w++) {
      if ((a[w] & b[w]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Adds the open ones to a set. */
  void addTo(long[] set, int bits) {
    for (int w = 0; w < set.length; w++) {
      set[w] |= open(w, bits);
    }
  }

  /** Keeps the open ones of a set. */
  void keepIn(long[] set, int bits) {
    for (int w = 0; w < set.length; w++) {
      set[w] &= open(w, bits);
    }
  }

  private long open(int word, int bits) {
    long open = always[word];
    for (int i = 0; i < conditions.length; i++) {
      open |= Boundary.holds(conditions[i], bits) ? sometimes[i][word] : 0;
    }
    return open;
  }
}
