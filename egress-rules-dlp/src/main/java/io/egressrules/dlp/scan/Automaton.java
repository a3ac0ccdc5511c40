package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a {@link Graph} along a text, all walks at once: one bit for each position, set while some
 * walk has just taken a character there. A step costs a few operations for each 64 positions,
 * whatever the text, and the bits are all its memory; a pattern can be made neither to explode nor
 * to fall back.
 *
 * <p>There is one to go forward and one to go backward. Their bits are numbered such that one is
 * the mirror of the other; "after" a character means on the side the walk goes to. Immutable.
 */
final class Automaton {
  private final int words;
  private final Alphabet alphabet;

  /** For each character class, the positions that take it. */
  private final long[] taking;

  private final Moves always;
  private final Moves[] sometimes;
  private final Doors starts;
  private final Doors ends;

  private Automaton(Graph graph, Alphabet alphabet, boolean backward) {
    words = (graph.size() + 63) / 64;
    this.alphabet = alphabet;
    Numbering bits = new Numbering(words, backward);
    taking = new long[alphabet.size() * words];
    for (int p = 0; p < graph.size(); p++) {
      int bit = bits.of(p);
      alphabet.classesOf(graph.set(p)).forEach(c -> taking[c * words + bit / 64] |= 1L << bit);
    }
    Map<Integer, List<BitSet>> moves = new LinkedHashMap<>();
    graph.moves().forEach((condition, rows) -> moves.put(condition, bits.renumber(rows)));
    List<BitSet> none = List.of();
    always = new Moves(0, moves.getOrDefault(0, none), words);
    moves.remove(0);
    sometimes =
        moves.entrySet().stream()
            .map(e -> new Moves(e.getKey(), e.getValue(), words))
            .toArray(Moves[]::new);
    starts = new Doors(backward ? graph.last() : graph.first(), bits::words);
    ends = new Doors(backward ? graph.first() : graph.last(), bits::words);
  }

  static Automaton forward(Graph graph, Alphabet alphabet) {
    return new Automaton(graph, alphabet, false);
  }

  static Automaton backward(Graph graph, Alphabet alphabet) {
    return new Automaton(graph, alphabet, true);
  }

  /** How the positions of a graph are numbered: as they are, or in a mirror. */
  private record Numbering(int words, boolean mirrored) {
    int of(int position) {
      return mirrored ? 64 * words - 1 - position : position;
    }

    long[] words(BitSet positions) {
      long[] set = new long[words];
      positions.stream().map(this::of).forEach(bit -> set[bit / 64] |= 1L << bit);
      return set;
    }

    /** The rows of moves; in the mirror each leads the other way. */
    List<BitSet> renumber(List<BitSet> rows) {
      if (!mirrored) {
        return rows;
      }
      List<BitSet> mirror = new ArrayList<>();
      for (int bit = 0; bit < 64 * words; bit++) {
        mirror.add(new BitSet());
      }
      for (int p = 0; p < rows.size(); p++) {
        int to = of(p);
        rows.get(p).stream().forEach(q -> mirror.get(of(q)).set(to));
      }
      return mirror;
    }
  }

  /** How many longs a set of positions takes. */
  int words() {
    return words;
  }

  /** Whether the conditions at a boundary matter to it at all. */
  boolean isConditional() {
    return sometimes.length > 0 || starts.areConditional() || ends.areConditional();
  }

  int classOf(int codePoint) {
    return alphabet.classOf(codePoint);
  }

  /** Keeps of a set the positions that take a character class; returns whether any is left. */
  boolean keepTaking(long[] set, int characterClass) {
    long any = 0;
    for (int w = 0, row = characterClass * words; w < words; w++) {
      any |= set[w] &= taking[row + w];
    }
    return any != 0;
  }

  /**
   * Moves every walk one character on.
   *
   * @param from the positions that took the last character
   * @param to takes the positions that take the next
   * @param starting whether walks begin at the boundary
   * @param characterClass the class of the next character
   * @param bits what holds at the boundary between the two
   * @return whether any walk goes on
   */
  boolean step(long[] from, long[] to, boolean starting, int characterClass, int bits) {
    always.apply(from, to);
    for (Moves moves : sometimes) {
      if (Boundary.holds(moves.condition(), bits)) {
        moves.addTo(from, to);
      }
    }
    if (starting) {
      starts.addTo(to, bits);
    }
    return keepTaking(to, characterClass);
  }

  /** Whether a walk may end after the last character; {@code bits} hold at the boundary there. */
  boolean endsAt(long[] set, int bits) {
    return ends.meet(set, bits);
  }

  /** Keeps of a set the positions where a walk may end. */
  void keepEnds(long[] set, int bits) {
    ends.keepIn(set, bits);
  }

  /** A set of one automaton as the set of the same positions in the other. */
  static void mirror(long[] set, long[] to) {
    for (int w = 0; w < set.length; w++) {
      to[set.length - 1 - w] = Long.reverse(set[w]);
    }
  }

  /** The bit of a position in a set of the forward automaton. */
  static void add(long[] set, int position) {
    set[position / 64] |= 1L << position;
  }

  /** The bit of a position in a set of the backward automaton. */
  static void addMirrored(long[] set, int position) {
    add(set, 64 * set.length - 1 - position);
  }
}
