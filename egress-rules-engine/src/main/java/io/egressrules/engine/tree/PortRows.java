package io.egressrules.engine.tree;

import io.egressrules.net.PortRange;
import java.util.List;
import java.util.TreeSet;

/**
 * Which port facts hold, for every port: the ports are cut wherever a range begins or ends behind.
 */
final class PortRows {
  private final int[] starts;
  private final long[] rows;

  private PortRows(int[] starts, long[] rows) {
    this.starts = starts;
    this.rows = rows;
  }

  /** The rows of the facts about ports among these; the bit of a fact is its place. */
  static PortRows of(List<Fact> facts) {
    TreeSet<Integer> cuts = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.PortIn ports) {
        for (PortRange range : ports.ranges()) {
          cuts.add(range.from());
          cuts.add(range.to() + 1);
        }
      }
    }
    int[] starts = cuts.stream().mapToInt(Integer::intValue).toArray();
    long[] rows = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      for (int bit = 0; bit < facts.size(); bit++) {
        rows[i] |=
            facts.get(bit) instanceof Fact.PortIn ports && ports.has(starts[i]) ? 1L << bit : 0;
      }
    }
    return new PortRows(starts, rows);
  }

  /** The bits of the facts that hold for a port. */
  long row(int port) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= port) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : rows[low - 1];
  }
}
