package io.egressrules.dlp.scan;

import java.util.Arrays;

/**
 * Walks one pattern against the direction of one text, to find where matches begin. Places are
 * indexes of the {@link Text}. Used by one {@link Run}.
 */
final class LookBack {
  static final int NONE = -1;

  /** Whether there is a start; unknown if that is too far to see. */
  enum Answer {
    NO,
    YES,
    UNKNOWN
  }

  private final Automaton automaton;
  private final Scan scan;
  private final Text text;
  private long[] set;
  private long[] spare;
  private int at;
  private boolean cutShort;
  private long steps;

  LookBack(Search search, Scan scan, Text text) {
    automaton = search.backward();
    this.scan = scan;
    this.text = text;
    set = new long[automaton.words()];
    spare = new long[automaton.words()];
  }

  /**
   * Whether a match can begin at {@code lowest} or later, of which a position takes the character
   * at {@code from}.
   *
   * @param most how many bytes it may go back
   */
  Answer findsStart(int position, int from, int lowest, long most) {
    Arrays.fill(set, 0);
    Automaton.addMirrored(set, position);
    at = from;
    if (walk((int) Math.max(lowest, from - Math.max(0, Math.min(most, Text.REACH))), lowest, true)
        != NONE) {
      return Answer.YES;
    }
    return cutShort ? Answer.UNKNOWN : Answer.NO;
  }

  /**
   * Where the first walk may have begun that is now in a set of the forward automaton.
   *
   * @param forwardSet positions that took the character before {@code from}
   * @param from where the walks are
   * @param lowest before which none began
   * @return an index, or {@link #NONE}
   */
  int earliest(long[] forwardSet, int from, int lowest) {
    Automaton.mirror(forwardSet, set);
    return stepInto(from, lowest);
  }

  private int stepInto(int from, int lowest) {
    cutShort = false;
    if (from <= lowest) {
      return NONE;
    }
    int character = Utf8.before(text.bytes(), from, 0);
    at = from - Utf8.length(character);
    boolean goesOn = automaton.keepTaking(set, automaton.classOf(Utf8.codePoint(character)));
    return goesOn ? walk(Math.max(lowest, from - Text.REACH), lowest, false) : NONE;
  }

  /** Whether the last walk was stopped because it went out of reach. */
  boolean wasCutShort() {
    return cutShort;
  }

  /** Where the last walk stopped. */
  int stoppedAt() {
    return at;
  }

  /** How many characters were stepped over. */
  long steps() {
    return steps;
  }

  private int walk(int floor, int lowest, boolean any) {
    int first = NONE;
    byte[] bytes = text.bytes();
    boolean conditional = automaton.isConditional();
    int after = conditional ? text.after(at) : 0;
    cutShort = false;
    while (true) {
      int character = at == 0 ? 0 : Utf8.before(bytes, at, 0);
      int before = at == 0 ? Boundary.NONE : Utf8.codePoint(character);
      int bits = conditional ? Boundary.between(before, after) : 0;
      if (automaton.endsAt(set, bits)) {
        first = at;
        if (any) {
          return first;
        }
      }
      if (at == 0 || at - Utf8.length(character) < floor) {
        cutShort = floor > lowest;
        return first;
      }
      steps++;
      scan.countStep();
      if (!automaton.step(set, spare, false, automaton.classOf(before), bits)) {
        return first;
      }
      long[] swap = set;
      set = spare;
      spare = swap;
      at -= Utf8.length(character);
      after = before;
    }
  }
}
