package io.egressrules.dlp.scan;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** Positions of a {@link Graph}, each under a condition of {@link Boundary}. */
final class Ends {
  private final Map<Integer, BitSet> byCondition = new TreeMap<>();

  static Ends of(int position) {
    Ends ends = new Ends();
    ends.byCondition.computeIfAbsent(0, c -> new BitSet()).set(position);
    return ends;
  }

  /** Adds all of {@code other}, each under its condition and {@code condition}. */
  void add(Ends other, int condition) {
    other.byCondition.forEach(
        (own, positions) -> {
          if (Boundary.isPossible(own | condition)) {
            byCondition.computeIfAbsent(own | condition, c -> new BitSet()).or(positions);
          }
        });
  }

  Map<Integer, BitSet> byCondition() {
    return byCondition;
  }

  /** The positions, under whatever condition. */
  BitSet positions() {
    BitSet all = new BitSet();
    byCondition.values().forEach(all::or);
    return all;
  }
}
