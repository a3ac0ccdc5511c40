package io.egressrules.dlp.scan;

import java.util.Arrays;

/**
 * The walks of one pattern that are alive on one text: one set of positions, moved on only when
 * there is need. So no byte is stepped over twice, however many walks there are.
 *
 * <p>Mostly they are the walks that triggers told of. After {@link #addAll} they are complete for a
 * while: every walk is among them, told of or not. Used by one {@link Run}.
 */
final class Walks {
  /** What {@link #advance} returns when no walk ends. */
  static final int NONE = -1;

  /** For how many bytes they stay complete at least, and after each trigger. */
  private static final int LEAST_COMPLETE = 64;

  private final Automaton automaton;
  private final Scan scan;
  private final Text text;

  private long[] set;
  private long[] spare;
  private final long[] known;
  private boolean alive;
  private boolean complete;
  private long completeUntil;

  /** Up to where they have gone. */
  private long at;

  /** Before which none of them began. */
  private long from;

  Walks(Automaton automaton, Scan scan, Text text) {
    this.automaton = automaton;
    this.scan = scan;
    this.text = text;
    set = new long[automaton.words()];
    spare = new long[automaton.words()];
    known = new long[automaton.words()];
  }

  boolean areAlive() {
    return alive;
  }

  /** Whether every walk is among them that began at {@link #from} or later. */
  boolean areComplete() {
    return complete;
  }

  long[] set() {
    return set;
  }

  long from() {
    return from;
  }

  void clear() {
    alive = false;
    complete = false;
  }

  /**
   * Adds a walk.
   *
   * @param position which took the character before {@code end}
   * @param end to where the walks, if there are any, have been moved on
   * @param earliest before which it did not begin
   */
  void add(int position, int end, long earliest) {
    if (!alive) {
      Arrays.fill(set, 0);
      begin(end, earliest);
    }
    from = Math.min(from, earliest);
    Automaton.add(set, position);
  }

  /**
   * Adds every walk that begins at an index or later, and keeps adding for as many bytes again as
   * that takes, so that it cannot be made to happen often.
   *
   * @param lowest the index
   * @param before the walks that may have begun before it
   * @param end to where the walks, if there are any, have been moved on
   * @param earliest before which none of the added ones began
   */
  void addAll(int lowest, long[] before, int end, long earliest) {
    System.arraycopy(set, 0, known, 0, set.length);
    if (!alive) {
      Arrays.fill(known, 0);
      begin(end, earliest);
    }
    System.arraycopy(before, 0, set, 0, set.length);
    complete = true;
    completeUntil = text.offset(end) + Math.max(LEAST_COMPLETE, end - lowest);
    walk(lowest, end, false);
    for (int w = 0; w < known.length; w++) {
      set[w] |= known[w];
    }
    alive = true;
    complete = true;
    from = Math.min(from, earliest);
  }

  /** Keeps them complete for some bytes more, if they are. */
  void prolong() {
    completeUntil = Math.max(completeUntil, at + LEAST_COMPLETE);
  }

  private void begin(int end, long earliest) {
    alive = true;
    at = text.offset(end);
    from = earliest;
  }

  /** Moves on to an index, or to the first end of a match, which is returned. */
  int advance(int to) {
    return walk(text.index(at), to, true);
  }

  private int walk(int begin, int to, boolean untilEnd) {
    byte[] bytes = text.bytes();
    boolean conditional = automaton.isConditional();
    int i = begin;
    int before = conditional ? text.before(i) : 0;
    while (i < to) {
      int character = Utf8.after(bytes, i, text.end());
      int c = Utf8.codePoint(character);
      int bits = conditional ? Boundary.between(before, c) : 0;
      if (untilEnd && automaton.endsAt(set, bits)) {
        at = text.offset(i);
        return i;
      }
      scan.countStep();
      complete = complete && text.offset(i) < completeUntil;
      alive = automaton.step(set, spare, complete, automaton.classOf(c), bits) || complete;
      if (!alive) {
        return NONE;
      }
      long[] swap = set;
      set = spare;
      spare = swap;
      i += Utf8.length(character);
      before = c;
    }
    at = text.offset(i);
    return NONE;
  }

  /** Whether any of them ends where the text does, and they have been moved to. */
  boolean endWithText() {
    return alive && automaton.endsAt(set, text.boundary(text.end()));
  }
}
