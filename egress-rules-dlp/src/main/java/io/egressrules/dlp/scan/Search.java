package io.egressrules.dlp.scan;

import java.util.BitSet;
import java.util.List;

/** One pattern, compiled: all that a {@link Run} needs to follow it along a text. Immutable. */
final class Search {
  private final Lookout lookout;
  private final Automaton forward;
  private final Automaton backward;
  private final Verdicts verdicts;
  private final BitSet plainStarts;
  private final long[] unnoticed;
  private final long[] noWalks;

  private Search(Lookout lookout, Graph graph, Verdicts verdicts) {
    this.lookout = lookout;
    this.verdicts = verdicts;
    Alphabet alphabet = Alphabet.of(graph);
    forward = Automaton.forward(graph, alphabet);
    backward = Automaton.backward(graph, alphabet);
    plainStarts = graph.first().byCondition().getOrDefault(0, new BitSet());
    unnoticed = unnoticed(graph);
    noWalks = new long[unnoticed.length];
  }

  /** Compiles a pattern. */
  static Search of(String pattern, Graph graph, Lookout lookout) {
    return new Search(lookout, graph, Verdicts.of(pattern, graph));
  }

  /** The positions where a walk may be that has not come to the end of a trigger yet. */
  private long[] unnoticed(Graph graph) {
    BitSet targets = new BitSet();
    for (Trigger trigger : lookout.triggers()) {
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

  int pattern() {
    return lookout.pattern();
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
    return lookout.triggers();
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
    return lookout.isFar();
  }

  /** Whether a trigger is worth a look only after a gate. */
  boolean isGated() {
    return lookout.isGated();
  }

  /**
   * How many of the last bytes may belong to a match of which no trigger has told yet; of a gated
   * search, to one of which no gate has told. It says nothing of a far search that has no gate.
   */
  int lag() {
    return lookout.lag();
  }
}
