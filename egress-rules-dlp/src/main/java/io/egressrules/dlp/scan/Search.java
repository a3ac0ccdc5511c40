package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One pattern, compiled: all that a {@link Run} needs to follow it along a text. Immutable. */
final class Search {
  /** From this on, how far a match began before its trigger is found out by looking. */
  private static final int FAR = 512;

  private final int pattern;
  private final Automaton forward;
  private final Automaton backward;
  private final Verdicts verdicts;
  private final BitSet plainStarts;
  private final long[] unnoticed;
  private final long[] noWalks;
  private final List<Trigger> triggers = new ArrayList<>();
  private final boolean far;
  private final boolean gated;
  private final int lag;

  private Search(int pattern, Graph graph, CutChoice cut, Verdicts verdicts, TextModel model) {
    this.pattern = pattern;
    this.verdicts = verdicts;
    Alphabet alphabet = Alphabet.of(graph);
    forward = Automaton.forward(graph, alphabet);
    backward = Automaton.backward(graph, alphabet);
    plainStarts = graph.first().byCondition().getOrDefault(0, new BitSet());
    cut.paths().forEach(path -> triggers.add(Trigger.start(pattern, path, graph, model)));
    unnoticed = unnoticed(graph);
    noWalks = new long[unnoticed.length];
    far = lag(triggers) > FAR;
    List<Trigger> gates =
        cut.gate().stream().map(path -> Trigger.gate(pattern, path, graph)).toList();
    gated = far && !gates.isEmpty() && lag(gates) <= FAR;
    lag = far ? (gated ? lag(gates) : 0) : lag(triggers);
    if (gated) {
      triggers.addAll(gates);
    }
  }

  /** Compiles a pattern; {@code longestPath} bounds the paths that it is noticed by. */
  static Search of(
      int pattern, String text, UnicodeSets unicode, TextModel model, int longestPath) {
    Syntax tree = PatternReader.read(text, unicode);
    GraphBuilder builder = GraphBuilder.of(tree, model, longestPath);
    Graph graph = builder.graph();
    CutChoice cut = CutChoice.of(builder.cut(), graph, model);
    return new Search(pattern, graph, cut, Verdicts.of(text, graph), model);
  }

  /** The positions where a walk may be that has not come to the end of a trigger yet. */
  private long[] unnoticed(Graph graph) {
    BitSet targets = new BitSet();
    for (Trigger trigger : triggers) {
      int[] path = trigger.path();
      for (int i = 0; i < path.length - 1; i++) {
        targets.set(path[i]);
      }
      targets.or(graph.predecessors(path[0]));
    }
    long[] set = new long[forward.words()];
    graph.leadingTo(targets).stream().forEach(p -> Automaton.add(set, p));
    return set;
  }

  /** How far the begin of a match can be before the end of its trigger. */
  private static int lag(List<Trigger> triggers) {
    int most = 0;
    for (Trigger trigger : triggers) {
      int own = trigger.sets().stream().mapToInt(Extent::bytes).sum();
      most = Math.max(most, Math.min(trigger.reachBack(), FAR) + own);
    }
    return most;
  }

  int pattern() {
    return pattern;
  }

  Automaton forward() {
    return forward;
  }

  Automaton backward() {
    return backward;
  }

  Verdicts verdicts() {
    return verdicts;
  }

  List<Trigger> triggers() {
    return triggers;
  }

  /** Whether any match may begin at a position, without condition. */
  boolean startsAt(int position) {
    return plainStarts.get(position);
  }

  /** Where walks may be of which no trigger tells yet, as a set of the forward automaton. */
  long[] unnoticed() {
    return unnoticed;
  }

  /** The empty set of the forward automaton. */
  long[] noWalks() {
    return noWalks;
  }

  /** Whether a match may begin so far before its trigger that no distance is a fair bound. */
  boolean isFar() {
    return far;
  }

  /** Whether a trigger is worth a look only after a gate. */
  boolean isGated() {
    return gated;
  }

  /**
   * How many of the last bytes may belong to a match of which no trigger has told yet; of a gated
   * search, to one of which no gate has told. It says nothing of a far search that has no gate.
   */
  int lag() {
    return lag;
  }
}
