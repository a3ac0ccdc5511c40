package io.egressrules.dlp.scan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A path of a pattern that the {@link TriggerTable} looks for, and what can be said about the text
 * around it at a glance. Immutable.
 */
final class Trigger {
  private final int pattern;
  private final boolean gate;
  private final int[] path;
  private final List<CodePoints> sets;
  private final CodePoints before;
  private final int reachBack;
  private final boolean bytewise;
  private final boolean loose;
  private final Probes probes;

  private Trigger(int pattern, boolean gate, int[] path, Graph graph, Probes probes) {
    this.pattern = pattern;
    this.gate = gate;
    this.path = path;
    this.probes = probes;
    sets = Arrays.stream(path).mapToObj(graph::set).toList();
    before = before(path[0], graph);
    reachBack = Extent.before(path[0], graph);
    bytewise = sets.stream().allMatch(set -> Extent.bytes(set) == 1);
    loose = path.length == 1 && !Windows.isDistinctive(sets.get(0));
  }

  /** A path that a match may be looked for around. */
  static Trigger start(int pattern, int[] path, Graph graph, TextModel model) {
    Probes probes = Probes.after(path[path.length - 1], graph, model);
    return new Trigger(pattern, false, path, graph, probes);
  }

  /** A path that only has to have been seen. */
  static Trigger gate(int pattern, int[] path, Graph graph) {
    return new Trigger(pattern, true, path, graph, Probes.NONE);
  }

  /** The characters that may stand before a position; a line feed for none at all. */
  static CodePoints before(int position, Graph graph) {
    CodePoints set = graph.set(position);
    CodePoints all = CodePoints.NONE;
    for (Map.Entry<Integer, BitSet> first : graph.first().byCondition().entrySet()) {
      if (first.getValue().get(position)) {
        all = all.union(allowedBefore(set, first.getKey()));
      }
    }
    for (Map.Entry<Integer, List<BitSet>> moves : graph.moves().entrySet()) {
      CodePoints allowed = allowedBefore(set, moves.getKey());
      List<BitSet> rows = moves.getValue();
      for (int p = 0; p < rows.size(); p++) {
        if (rows.get(p).get(position)) {
          CodePoints one = graph.set(p).intersection(allowed);
          all = one.within(all) ? all : all.union(one);
        }
      }
    }
    return all;
  }

  /** What a condition allows before a character of a set. */
  private static CodePoints allowedBefore(CodePoints set, int condition) {
    CodePoints allowed = CodePoints.ANY;
    if ((condition & (Boundary.BEGIN_LINE | Boundary.BEGIN_TEXT)) != 0) {
      allowed = CodePoints.NEWLINE;
    }
    boolean word = set.within(CodePoints.WORD);
    boolean noWord = set.intersection(CodePoints.WORD).isEmpty();
    boolean differs = (condition & Boundary.WORD) != 0;
    boolean equals = (condition & Boundary.NOT_WORD) != 0;
    if ((word && differs) || (noWord && equals)) {
      allowed = allowed.intersection(CodePoints.WORD.complement());
    }
    if ((noWord && differs) || (word && equals)) {
      allowed = allowed.intersection(CodePoints.WORD);
    }
    return allowed;
  }

  int pattern() {
    return pattern;
  }

  boolean isGate() {
    return gate;
  }

  int first() {
    return path[0];
  }

  int last() {
    return path[path.length - 1];
  }

  int[] path() {
    return path;
  }

  /** What the characters of the path are of. */
  List<CodePoints> sets() {
    return sets;
  }

  /** What the character before the path is of; a line feed stands for the begin of the text. */
  CodePoints before() {
    return before;
  }

  /** The most bytes that a match can have before the path, or {@link Extent#UNBOUNDED}. */
  int reachBack() {
    return reachBack;
  }

  /** Whether the table knows the one character of the path only by the bytes it may be made of. */
  boolean isLoose() {
    return loose;
  }

  /** Whether the text after the path, where it is there already, allows for a match. */
  boolean mayGoOn(byte[] text, int after, int end) {
    return probes.pass(text, after, end);
  }

  /**
   * Where the path begins that ends at {@code end}; -1 if none does. The character of a loose path
   * may be another, or may not end there.
   */
  int begin(byte[] text, int end, int textEnd) {
    if (bytewise && !loose) {
      return end - path.length;
    }
    int at = end;
    for (int i = 0; i < path.length; i++) {
      if (at == 0) {
        return -1; // the table takes the begin of the text for a line feed
      }
      at -= Utf8.length(Utf8.before(text, at, 0));
    }
    if (loose) {
      int character = Utf8.after(text, at, textEnd);
      boolean whole = at + Utf8.length(character) == end && !Utf8.isWithin(text, at, textEnd);
      return whole && sets.get(0).contains(Utf8.codePoint(character)) ? at : -1;
    }
    return at;
  }
}
