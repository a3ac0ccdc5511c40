package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Bytes after a path of a pattern that must be of some set, whichever way a match goes on: the next
 * one and some farther ones, which see through a long run of digits or letters at once. Immutable.
 */
final class Probes {
  static final Probes NONE = new Probes(List.of(), List.of());

  private static final int FARTHEST = 64;
  private static final int MAX_PROBES = 4;

  /** A probe that so much text passes is not worth making. */
  private static final double TOO_LIKELY = 0.8;

  private final int[] distances;
  private final ByteSet[] sets;

  private Probes(List<Integer> distances, List<ByteSet> sets) {
    this.distances = distances.stream().mapToInt(d -> d).toArray();
    this.sets = sets.toArray(ByteSet[]::new);
  }

  /** The probes after a position. */
  static Probes after(int position, Graph graph, TextModel model) {
    List<ByteSet> levels = levels(position, graph, model);
    List<Integer> distances = new ArrayList<>();
    List<ByteSet> sets = new ArrayList<>();
    for (int i = MAX_PROBES - 1; i >= 0 && !levels.isEmpty(); i--) {
      int distance = (levels.size() - 1) * i / (MAX_PROBES - 1);
      ByteSet set = levels.get(distance);
      if (!distances.contains(distance) && TextModel.likely(set) < TOO_LIKELY) {
        distances.add(distance);
        sets.add(set);
      }
    }
    return new Probes(distances, sets);
  }

  /**
   * What the bytes after a position may be of, as far as no match ends. Where a character may take
   * several bytes, the bytes from there on can be of any character so far.
   */
  private static List<ByteSet> levels(int position, Graph graph, TextModel model) {
    List<ByteSet> levels = new ArrayList<>();
    BitSet ends = graph.last().positions();
    BitSet at = new BitSet();
    at.set(position);
    ByteSet blurred = ByteSet.NONE;
    while (!at.intersects(ends) && levels.size() < FARTHEST) {
      BitSet next = new BitSet();
      at.stream().forEach(p -> next.or(graph.successors(p)));
      ByteSet level =
          next.stream().mapToObj(p -> model.bytes(graph.set(p))).reduce(blurred, ByteSet::union);
      levels.add(level);
      if (level.hasBeyondAscii()) {
        blurred = level;
      }
      at = next;
    }
    return levels;
  }

  /** Whether the text after an index, where it is there already, allows for a match. */
  boolean pass(byte[] text, int after, int end) {
    for (int i = 0; i < distances.length; i++) {
      int at = after + distances[i];
      if (at < end && !sets[i].contains(text[at])) {
        return false;
      }
    }
    return true;
  }
}
