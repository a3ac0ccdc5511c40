package io.egressrules.engine.lookup;

import java.util.Arrays;

/**
 * Numbered path patterns; finds, for a path, the numbers of those that match, one after another.
 *
 * <p>The patterns are a trie of segments. A path is followed from its first segment on: at each
 * node to the child of its very segment and to that of {@code *}, so a look-up visits at most
 * {@link #mostVisits()} nodes, whatever the path. Children are found in one open-addressing table;
 * its keys are the patterns' own, so no path can make it slower than {@link #longestProbe()}.
 */
public final class PathIndex {
  /** In place of a number: no pattern matches. */
  public static final int NONE = Integer.MAX_VALUE;

  /** In place of a node. */
  static final int NOWHERE = -1;

  private final PathNode[] nodes;
  private final SegmentTable children;
  private final int mostVisits;
  private final int mostMatches;

  PathIndex(PathNode[] nodes, SegmentTable children) {
    this.nodes = nodes;
    this.children = children;
    this.mostVisits = PathNode.most(nodes, node -> 1);
    this.mostMatches = PathNode.most(nodes, PathNode::matches);
  }

  /**
   * A builder of an index.
   *
   * @return a new builder
   */
  public static PathIndexBuilder builder() {
    return new PathIndexBuilder();
  }

  /**
   * Looks a path up.
   *
   * @param text any text
   * @param from where a canonical path starts in it
   * @param to where the path ends
   * @param least the least number wanted, 0 or more
   * @return the least such number of a pattern that matches, or {@link #NONE}
   */
  public int next(String text, int from, int to, int least) {
    return from == to ? NONE : next(0, text, from, to, least);
  }

  /**
   * Looks up what matches whatever the path.
   *
   * @param least the least number wanted, 0 or more
   * @return the least such number of the pattern {@code /**}, or {@link #NONE}
   */
  public int nextForAnyPath(int least) {
    return first(nodes[0].rest, least);
  }

  /** The same among the patterns below a node, which the path has led to. */
  private int next(int number, String text, int from, int to, int least) {
    PathNode node = nodes[number];
    int found = first(node.rest, least);
    if (from == to) {
      return Math.min(found, first(node.exact, least));
    }
    int end = segmentEnd(text, from + 1, to);
    int child = children.find(number, text, from + 1, end);
    if (child != NOWHERE) {
      found = Math.min(found, next(child, text, end, to, least));
    }
    if (node.star != NOWHERE && end > from + 1) {
      found = Math.min(found, next(node.star, text, end, to, least));
    }
    return found;
  }

  private static int segmentEnd(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != '/') {
      at++;
    }
    return at;
  }

  /** The first of ascending numbers that is not below another. */
  private static int first(int[] ascending, int least) {
    if (ascending.length == 0) {
      return NONE;
    }
    if (ascending[0] >= least) {
      return ascending[0];
    }
    int found = Arrays.binarySearch(ascending, least);
    int place = found < 0 ? -1 - found : found;
    return place == ascending.length ? NONE : ascending[place];
  }

  /**
   * The most nodes that a look-up visits.
   *
   * @return 1 or more
   */
  public int mostVisits() {
    return mostVisits;
  }

  /**
   * An upper bound of the numbers that match one path.
   *
   * @return 0 or more
   */
  public int mostMatches() {
    return mostMatches;
  }

  /**
   * The most entries that are compared to find one child of a node.
   *
   * @return 1 or more
   */
  public int longestProbe() {
    return children.longestProbe();
  }
}
