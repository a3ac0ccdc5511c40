package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.List;

/** How one pattern is looked out for: the triggers that tell of its matches. Immutable. */
final class Lookout {
  /** From this on, how far a match began before its trigger is found out by looking. */
  static final int FAR = 1024;

  private final int pattern;
  private final List<Trigger> triggers = new ArrayList<>();
  private final boolean far;
  private final boolean gated;
  private final int lag;

  private Lookout(int pattern, Graph graph, CutChoice cut, TextModel model) {
    this.pattern = pattern;
    cut.paths().forEach(path -> triggers.add(Trigger.start(pattern, path, graph, model)));
    far = lag(triggers) > FAR;
    List<Trigger> gates =
        cut.gate().stream().map(path -> Trigger.gate(pattern, path, graph)).toList();
    gated = far && !gates.isEmpty() && lag(gates) <= FAR;
    lag = far ? (gated ? lag(gates) : 0) : lag(triggers);
    if (gated) {
      triggers.addAll(gates);
    }
  }

  /** Chooses the triggers of a pattern, the {@code pattern}-th of its set. */
  static Lookout of(int pattern, GraphBuilder builder, TextModel model) {
    Graph graph = builder.graph();
    return new Lookout(pattern, graph, CutChoice.of(builder.cut(), graph, model), model);
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

  List<Trigger> triggers() {
    return triggers;
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
