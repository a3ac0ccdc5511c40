package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pattern as its positions (Glushkov's automaton): each place in the pattern that takes one
 * character is a position, and nothing else is. A text matches if its characters can be assigned,
 * one by one, to a walk from a first to a last position along moves. A move may ask for a condition
 * on the boundary between its two characters; that is how assertions are kept exactly.
 *
 * <p>A repeat with bounds has a copy of its body for each turn, so that the positions count.
 */
final class Graph {
  private final List<CodePoints> sets = new ArrayList<>();
  private final Map<Integer, List<BitSet>> moves = new TreeMap<>();
  private Ends first = new Ends();
  private Ends last = new Ends();
  private final List<BitSet> successors = new ArrayList<>();
  private final List<BitSet> predecessors = new ArrayList<>();

  /** Adds a position that takes a character of a set. */
  int add(CodePoints set) {
    sets.add(set);
    return sets.size() - 1;
  }

  /** Adds a move from every one of {@code from} to every one of {@code to}. */
  void connect(Ends from, Ends to) {
    from.byCondition()
        .forEach(
            (leaving, sources) ->
                to.byCondition()
                    .forEach(
                        (entering, targets) -> {
                          int condition = leaving | entering;
                          if (Boundary.isPossible(condition)) {
                            sources.stream().forEach(p -> row(condition, p).or(targets));
                          }
                        }));
  }

  /** Says where matches begin and end; the graph is complete then, and must not be changed. */
  void close(Ends first, Ends last) {
    this.first = first;
    this.last = last;
    for (int p = 0; p < size(); p++) {
      successors.add(new BitSet());
      predecessors.add(new BitSet());
    }
    for (List<BitSet> rows : moves.values()) {
      for (int p = 0; p < rows.size(); p++) {
        int from = p;
        successors.get(p).or(rows.get(p));
        rows.get(p).stream().forEach(to -> predecessors.get(to).set(from));
      }
    }
  }

  private BitSet row(int condition, int position) {
    List<BitSet> rows = moves.computeIfAbsent(condition, c -> new ArrayList<>());
    while (rows.size() <= position) {
      rows.add(new BitSet());
    }
    return rows.get(position);
  }

  int size() {
    return sets.size();
  }

  CodePoints set(int position) {
    return sets.get(position);
  }

  Ends first() {
    return first;
  }

  Ends last() {
    return last;
  }

  /** Under each condition, the positions that each position may move to; later rows are empty. */
  Map<Integer, List<BitSet>> moves() {
    return moves;
  }

  /** Where a position may move to, under whatever condition. */
  BitSet successors(int position) {
    return successors.get(position);
  }

  /** From where a position may be moved to, under whatever condition. */
  BitSet predecessors(int position) {
    return predecessors.get(position);
  }

  /** The positions from which a walk can come to any of {@code targets}, and those. */
  BitSet leadingTo(BitSet targets) {
    BitSet leading = (BitSet) targets.clone();
    BitSet news = leading;
    while (!news.isEmpty()) {
      BitSet before = new BitSet();
      news.stream().forEach(p -> before.or(predecessors(p)));
      before.andNot(leading);
      leading.or(before);
      news = before;
    }
    return leading;
  }

  /** Whether any move, begin or end asks for one of these bits. */
  boolean asksFor(int bits) {
    return moves.keySet().stream().anyMatch(c -> (c & bits) != 0)
        || first.byCondition().keySet().stream().anyMatch(c -> (c & bits) != 0)
        || last.byCondition().keySet().stream().anyMatch(c -> (c & bits) != 0);
  }
}
