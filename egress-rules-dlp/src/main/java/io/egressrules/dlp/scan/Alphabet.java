package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The character classes of a {@link Graph}: two characters are of one class if every position takes
 * both or neither. Immutable.
 */
final class Alphabet {
  private final char[] ascii = new char[128];

  /** Where intervals begin, ascending from 0, and the class of each interval. */
  private final int[] starts;

  private final char[] classes;
  private final int size;

  private Alphabet(int[] starts, char[] classes, int size) {
    this.starts = starts;
    this.classes = classes;
    this.size = size;
    for (int c = 0; c < ascii.length; c++) {
      ascii[c] = classes[interval(c)];
    }
  }

  static Alphabet of(Graph graph) {
    List<CodePoints> sets =
        new ArrayList<>(
            new java.util.LinkedHashSet<>(
                IntStream.range(0, graph.size()).mapToObj(graph::set).toList()));
    TreeSet<Integer> edges = new TreeSet<>();
    edges.add(0);
    for (CodePoints set : sets) {
      for (int i = 0; i < set.ranges(); i++) {
        edges.add(set.low(i));
        edges.add(set.high(i) + 1);
      }
    }
    edges.remove(Character.MAX_CODE_POINT + 1);
    int[] starts = edges.stream().mapToInt(e -> e).toArray();
    char[] classes = new char[starts.length];
    Map<BitSet, Integer> known = new HashMap<>();
    for (int i = 0; i < starts.length; i++) {
      int start = starts[i];
      BitSet members = new BitSet();
      IntStream.range(0, sets.size())
          .filter(s -> sets.get(s).contains(start))
          .forEach(members::set);
      classes[i] = (char) (int) known.computeIfAbsent(members, m -> known.size());
    }
    return new Alphabet(starts, classes, known.size());
  }

  int size() {
    return size;
  }

  int classOf(int codePoint) {
    return codePoint < 0x80 ? ascii[codePoint] : classes[interval(codePoint)];
  }

  private int interval(int codePoint) {
    int found = Arrays.binarySearch(starts, codePoint);
    return found >= 0 ? found : -found - 2;
  }

  /** The classes that make up a set of the graph. */
  IntStream classesOf(CodePoints set) {
    return IntStream.range(0, starts.length)
        .filter(i -> set.contains(starts[i]))
        .map(i -> classes[i])
        .distinct();
  }
}
