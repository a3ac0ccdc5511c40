package io.egressrules.engine.lookup;

import java.util.function.ToIntFunction;

/** A place among path patterns: what patterns end here, and where {@code *} leads. */
final class PathNode {
  private static final int[] NO_NUMBERS = {};

  /** The numbers of the patterns that end here, ascending. */
  int[] exact = NO_NUMBERS;

  /** The numbers of the patterns that go on with {@code **}, ascending. */
  int[] rest = NO_NUMBERS;

  /** The child for any segment that is not empty. */
  int star = PathIndex.NOWHERE;

  /** The node before this one. */
  final int parent;

  PathNode(int parent) {
    this.parent = parent;
  }

  /** A node that goes on as this one is now. */
  PathNode copy() {
    PathNode copy = new PathNode(parent);
    copy.exact = exact;
    copy.rest = rest;
    copy.star = star;
    return copy;
  }

  int matches() {
    return exact.length + rest.length;
  }

  /**
   * The greatest sum over the nodes that one path can visit: of each node it visits, at most one
   * child by its very segment, and that for any.
   *
   * @param nodes all nodes, each behind its parent, the root first
   */
  static int most(PathNode[] nodes, ToIntFunction<PathNode> weight) {
    int[] bySegment = new int[nodes.length];
    int[] byStar = new int[nodes.length];
    int most = 0;
    for (int i = nodes.length - 1; i >= 0; i--) {
      most = weight.applyAsInt(nodes[i]) + bySegment[i] + byStar[i];
      int parent = nodes[i].parent;
      if (parent == PathIndex.NOWHERE) {
        continue;
      }
      int[] way = nodes[parent].star == i ? byStar : bySegment;
      way[parent] = Math.max(way[parent], most);
    }
    return most;
  }
}
