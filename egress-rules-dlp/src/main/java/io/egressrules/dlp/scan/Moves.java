package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The moves of an {@link Automaton} under one condition. Nearly all moves of real patterns lead to
 * the next position or back to the same one; those are a shift and a mask over whole words. The
 * others are few after grouping: positions with the same remaining targets jump together.
 */
final class Moves {
  private final int condition;

  /** The positions that move to the one after them. */
  private final long[] next;

  /** The positions that move to themselves. */
  private final long[] same;

  /** In fours: word and mask of sources, word and mask of the targets that each of them has. */
  private final long[] jumps;

  /** The moves that the rows say: for each position, where it moves. */
  Moves(int condition, List<BitSet> rows, int words) {
    this.condition = condition;
    next = new long[words];
    same = new long[words];
    Map<BitSet, BitSet> sourcesOf = new LinkedHashMap<>();
    for (int p = 0; p < rows.size(); p++) {
      BitSet others = (BitSet) rows.get(p).clone();
      if (others.get(p + 1)) {
        others.clear(p + 1);
        Automaton.add(next, p);
      }
      if (others.get(p)) {
        others.clear(p);
        Automaton.add(same, p);
      }
      if (!others.isEmpty()) {
        sourcesOf.computeIfAbsent(others, t -> new BitSet()).set(p);
      }
    }
    List<Long> all = new ArrayList<>();
    sourcesOf.forEach((targets, sources) -> addJumps(sources, targets, words, all));
    jumps = all.stream().mapToLong(Long::longValue).toArray();
  }

  private static void addJumps(BitSet sources, BitSet targets, int words, List<Long> jumps) {
    long[] from = Arrays.copyOf(sources.toLongArray(), words);
    long[] to = Arrays.copyOf(targets.toLongArray(), words);
    for (int f = 0; f < words; f++) {
      for (int t = 0; t < words; t++) {
        if (from[f] != 0 && to[t] != 0) {
          jumps.addAll(List.of((long) f, from[f], (long) t, to[t]));
        }
      }
    }
  }

  /** What has to hold at the boundary. */
  int condition() {
    return condition;
  }

  /** Sets {@code to} to where {@code from} moves. */
  void apply(long[] from, long[] to) {
    long carry = 0;
    for (int w = 0; w < next.length; w++) {
      long moving = from[w] & next[w];
      to[w] = (moving << 1) | carry | (from[w] & same[w]);
      carry = moving >>> 63;
    }
    jump(from, to);
  }

  /** Adds to {@code to} where {@code from} moves. */
  void addTo(long[] from, long[] to) {
    long carry = 0;
    for (int w = 0; w < next.length; w++) {
      long moving = from[w] & next[w];
      to[w] |= (moving << 1) | carry | (from[w] & same[w]);
      carry = moving >>> 63;
    }
    jump(from, to);
  }

  private void jump(long[] from, long[] to) {
    for (int i = 0; i < jumps.length; i += 4) {
      if ((from[(int) jumps[i]] & jumps[i + 1]) != 0) {
        to[(int) jumps[i + 2]] |= jumps[i + 3];
      }
    }
  }
}
