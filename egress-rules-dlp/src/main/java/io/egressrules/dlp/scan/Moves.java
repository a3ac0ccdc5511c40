package io.egressrules.dlp.scan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

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

  /** The positions that jump. */
  private final long[] jumping;

  /** For each word of sources, in threes: their mask, and word and mask of what each jumps to. */
  private final long[][] jumps;

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
    jumping = new long[words];
    jumps = new long[words][];
    for (int w = 0; w < words; w++) {
      jumps[w] = jumpsFrom(w, sourcesOf, words);
    }
  }

  private long[] jumpsFrom(int word, Map<BitSet, BitSet> sourcesOf, int words) {
    LongStream.Builder all = LongStream.builder();
    sourcesOf.forEach(
        (targets, sources) -> {
          long from = Arrays.copyOf(sources.toLongArray(), words)[word];
          long[] to = targets.toLongArray();
          jumping[word] |= from;
          for (int t = 0; t < to.length; t++) {
            if (from != 0 && to[t] != 0) {
              all.add(from).add(t).add(to[t]);
            }
          }
        });
    return all.build().toArray();
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
    for (int w = 0; w < jumping.length; w++) {
      long moving = from[w] & jumping[w];
      if (moving != 0) {
        long[] row = jumps[w];
        for (int i = 0; i < row.length; i += 3) {
          if ((moving & row[i]) != 0) {
            to[(int) row[i + 1]] |= row[i + 2];
          }
        }
      }
    }
  }
}
