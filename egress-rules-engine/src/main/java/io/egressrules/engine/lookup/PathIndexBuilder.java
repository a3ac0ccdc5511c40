package io.egressrules.engine.lookup;

import io.egressrules.net.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a {@link PathIndex}. Not safe for use by several threads. */
public final class PathIndexBuilder {
  private final List<PathNode> nodes = new ArrayList<>(List.of(new PathNode(PathIndex.NOWHERE)));
  private final Map<Edge, Integer> edges = new HashMap<>();

  /** From a node by a segment. */
  private record Edge(int parent, String segment) {}

  PathIndexBuilder() {}

  /**
   * Gives a number to a pattern. A pattern may have many, and a number many patterns.
   *
   * @param pattern the pattern
   * @param number the number, 0 or more
   * @return this builder
   */
  public PathIndexBuilder put(PathPattern pattern, int number) {
    if (number < 0) {
      throw new IllegalArgumentException("a pattern's number is 0 or more; got " + number);
    }
    String[] segments = pattern.toString().split("/", -1);
    int node = 0;
    for (int i = 1; i < segments.length; i++) {
      if (segments[i].equals("**")) {
        nodes.get(node).rest = with(nodes.get(node).rest, number);
        return this;
      }
      node = segments[i].equals("*") ? star(node) : child(node, segments[i]);
    }
    nodes.get(node).exact = with(nodes.get(node).exact, number);
    return this;
  }

  private int star(int node) {
    if (nodes.get(node).star == PathIndex.NOWHERE) {
      nodes.get(node).star = add(node);
    }
    return nodes.get(node).star;
  }

  private int child(int node, String segment) {
    return edges.computeIfAbsent(new Edge(node, segment), edge -> add(node));
  }

  private int add(int parent) {
    nodes.add(new PathNode(parent));
    return nodes.size() - 1;
  }

  private static int[] with(int[] ascending, int number) {
    int found = Arrays.binarySearch(ascending, number);
    if (found >= 0) {
      return ascending;
    }
    int place = -1 - found;
    int[] more = Arrays.copyOf(ascending, ascending.length + 1);
    System.arraycopy(ascending, place, more, place + 1, ascending.length - place);
    more[place] = number;
    return more;
  }

  /**
   * The index of the patterns put so far.
   *
   * @return an immutable index
   */
  public PathIndex build() {
    List<Map.Entry<Edge, Integer>> all = new ArrayList<>(edges.entrySet());
    return new PathIndex(
        nodes.stream().map(PathNode::copy).toArray(PathNode[]::new),
        new SegmentTable(
            all.stream().mapToInt(edge -> edge.getKey().parent()).toArray(),
            all.stream().map(edge -> edge.getKey().segment()).toArray(String[]::new),
            all.stream().mapToInt(Map.Entry::getValue).toArray()));
  }
}
