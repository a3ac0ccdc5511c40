package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.List;

/** Builds the {@link Graph} of a pattern, and collects the ways to cut its matches. */
final class GraphBuilder {
  /** Positions that one pattern may have; its automata take a few bits for each. */
  static final int MAX_POSITIONS = 4096;

  private static final int MAX_PARTS = 100_000;

  private final Graph graph = new Graph();
  private final Windows windows;
  private final Fragment whole;
  private int built;

  private GraphBuilder(Syntax tree, TextModel model, PathLimit limit) {
    windows = new Windows(graph, model, limit);
    whole = build(tree);
    graph.close(whole.first(), whole.last());
  }

  /**
   * Builds the graph of a pattern.
   *
   * @param limit how long a path of a cut may be
   * @throws IllegalArgumentException if the pattern is too big, or can match no character at all
   */
  static GraphBuilder of(Syntax tree, TextModel model, PathLimit limit) {
    GraphBuilder builder = new GraphBuilder(tree, model, limit);
    if (!builder.whole.skips().isEmpty()) {
      throw new IllegalArgumentException(
          "offset 0: the pattern can match the empty text; require at least one character");
    }
    return builder;
  }

  Graph graph() {
    return graph;
  }

  /** How to cut every match; never null, since no match is empty. */
  Cut cut() {
    Cut cut = whole.cut();
    return cut == null ? new Cut.AllOf(List.of()) : cut;
  }

  private Fragment build(Syntax tree) {
    if (tree instanceof Syntax.Choice choice) {
      return Fragment.anyOf(choice.branches().stream().map(this::build).toList());
    }
    List<Fragment> parts = new ArrayList<>();
    flatten(tree, parts);
    Fragment all = Fragment.EMPTY;
    for (Fragment part : parts) {
      all = all.then(part, graph);
    }
    return all.withCut(windows.cut(parts));
  }

  /** Adds what follows one another in a tree: the parts of a sequence, the turns of a repeat. */
  private void flatten(Syntax tree, List<Fragment> parts) {
    if (++built > MAX_PARTS) {
      throw tooBig();
    }
    if (tree instanceof Syntax.Sequence sequence) {
      sequence.parts().forEach(part -> flatten(part, parts));
    } else if (tree instanceof Syntax.Repeat repeat) {
      flattenRepeat(repeat, parts);
    } else if (tree instanceof Syntax.Assertion assertion) {
      parts.add(Fragment.assertion(assertion.condition()));
    } else if (tree instanceof Syntax.Chars chars) {
      parts.add(position(chars.set()));
    } else {
      parts.add(build(tree));
    }
  }

  private Fragment position(CodePoints set) {
    if (graph.size() == MAX_POSITIONS) {
      throw tooBig();
    }
    return Fragment.position(graph.add(set), Windows.isDistinctive(set));
  }

  private static IllegalArgumentException tooBig() {
    return new IllegalArgumentException(
        "offset 0: the pattern is longer than "
            + MAX_POSITIONS
            + " characters when its repeats are written out; lower their counts");
  }

  /** Turns that must be taken, one after the other; then the rest as one part. */
  private void flattenRepeat(Syntax.Repeat repeat, List<Fragment> parts) {
    boolean unbounded = repeat.max() == Syntax.UNBOUNDED;
    int sure = unbounded ? repeat.min() - 1 : repeat.min();
    for (int i = 0; i < sure; i++) {
      flatten(repeat.body(), parts);
    }
    if (unbounded) {
      Fragment turns = loop(build(repeat.body()));
      parts.add(repeat.min() == 0 ? turns.optional() : turns);
    } else if (repeat.max() > repeat.min()) {
      parts.add(upTo(repeat.max() - repeat.min(), repeat.body()));
    }
  }

  private Fragment loop(Fragment body) {
    graph.connect(body.last(), body.first());
    return body.withoutWholes();
  }

  /**
   * None to {@code max} turns, each of them possible only after the one before: {@code (x(x)?)?}.
   * That is joined from the right, while the positions are numbered from the left.
   */
  private Fragment upTo(int max, Syntax body) {
    List<Fragment> turns = new ArrayList<>();
    for (int i = 0; i < max; i++) {
      turns.add(build(body));
    }
    Fragment rest = Fragment.EMPTY;
    for (int i = max - 1; i >= 0; i--) {
      rest = turns.get(i).then(rest, graph).optional();
    }
    return rest;
  }
}
