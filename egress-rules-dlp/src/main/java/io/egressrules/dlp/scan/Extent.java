package io.egressrules.dlp.scan;

import java.util.BitSet;

/** How far before a position a match can begin. */
final class Extent {
  /** A match can begin any number of bytes before. */
  static final int UNBOUNDED = Integer.MAX_VALUE;

  private Extent() {}

  /** The most bytes that a match can have before a position. */
  static int before(int position, Graph graph) {
    BitSet target = new BitSet();
    target.set(position);
    BitSet leading = graph.leadingTo(target);
    int[] most = new int[graph.size()];
    for (int p = leading.nextSetBit(0); p >= 0; p = leading.nextSetBit(p + 1)) {
      int after = most[p] + bytes(graph.set(p));
      BitSet to = (BitSet) graph.successors(p).clone();
      to.and(leading);
      if (to.nextSetBit(0) >= 0 && to.nextSetBit(0) <= p) {
        return UNBOUNDED; // only repeats lead back
      }
      to.stream().forEach(q -> most[q] = Math.max(most[q], after));
    }
    return most[position];
  }

  /** How many bytes a character of a set may take. */
  static int bytes(CodePoints set) {
    return set.within(CodePoints.ASCII) ? 1 : 4;
  }
}
