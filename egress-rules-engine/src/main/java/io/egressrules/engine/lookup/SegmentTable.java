package io.egressrules.engine.lookup;

import java.util.Arrays;

/** The children of nodes by the segments that lead to them, in one open-addressing table. */
final class SegmentTable {
  private static final int SPREADER = 0x9E37_79B1;

  private final int[] parents;
  private final String[] segments;
  private final int[] children;
  private final int longestProbe;
  private final int longestSegment;

  /**
   * A table of these triples, whose pairs of parent and segment differ.
   *
   * @param parents nodes
   * @param segments the segment that leads from each
   * @param children where it leads to
   */
  SegmentTable(int[] parents, String[] segments, int[] children) {
    int size = Integer.highestOneBit(Math.max(1, children.length)) << 2;
    this.parents = new int[size];
    this.segments = new String[size];
    this.children = new int[size];
    Arrays.fill(this.children, PathIndex.NOWHERE);
    int longest = 0;
    for (int i = 0; i < children.length; i++) {
      enter(parents[i], segments[i], children[i]);
      longest = Math.max(longest, segments[i].length());
    }
    this.longestSegment = longest;
    this.longestProbe = 1 + longestRun(this.children);
  }

  private void enter(int parent, String segment, int child) {
    int slot = home(parent, segment, 0, segment.length());
    while (children[slot] != PathIndex.NOWHERE) {
      slot = slot + 1 & children.length - 1;
    }
    parents[slot] = parent;
    segments[slot] = segment;
    children[slot] = child;
  }

  /** The most taken slots side by side, also around the end; at least half of them are free. */
  private static int longestRun(int[] children) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < 2 * children.length; i++) {
      run = children[i & children.length - 1] == PathIndex.NOWHERE ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  int find(int parent, String text, int from, int to) {
    if (to - from > longestSegment) {
      return PathIndex.NOWHERE;
    }
    int slot = home(parent, text, from, to);
    while (children[slot] != PathIndex.NOWHERE) {
      String segment = segments[slot];
      if (parents[slot] == parent
          && segment.length() == to - from
          && text.startsWith(segment, from)) {
        return children[slot];
      }
      slot = slot + 1 & children.length - 1;
    }
    return PathIndex.NOWHERE;
  }

  private int home(int parent, String text, int from, int to) {
    int hash = parent;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    hash *= SPREADER;
    return (hash ^ hash >>> 15) & children.length - 1;
  }

  int longestProbe() {
    return longestProbe;
  }
}
