package io.egressrules.dlp.scan;

import java.util.Arrays;

/**
 * Follows one pattern along one text. Walks of the pattern begin where a trigger was noticed; all
 * living ones are one set of positions, moved on only when there is need: at the next trigger, and
 * at the end of what is there to be read. So no byte is looked at twice, however many triggers
 * there are.
 *
 * <p>The first place where a walk may end proves that there is a match. Which span it has is for
 * the judge to say; then all starts over after that span. If the judge must see more text to be
 * sure, the run waits for it, and notices nothing meanwhile.
 */
final class Run {
  /** How much text after the proven end the judge is given at first. */
  private static final int FIRST_LOOK = 16;

  private final Search search;
  private final Scan scan;
  private final Text text;
  private final LookBack back;
  private final boolean conditional;

  private long[] set;
  private long[] spare;
  private boolean alive;

  /** Up to where the walks have gone. */
  private long at;

  /** Where the next match may begin: after the last one. */
  private long next;

  /** Before which none of the living walks began. */
  private long walksFrom;

  /** Where the first and the last gate were seen: before the one, and after the other. */
  private long gatesFrom = Long.MAX_VALUE;

  private long gatesTo = -1;

  private boolean waiting;
  private long waitingFrom;
  private long waitingFor;
  private long provenAt;
  private boolean anchored;
  private boolean missed;
  private boolean cutShort;

  Run(Search search, Scan scan, Text text) {
    this.search = search;
    this.scan = scan;
    this.text = text;
    back = new LookBack(search, text);
    conditional = search.forward().isConditional();
    set = new long[search.forward().words()];
    spare = new long[search.forward().words()];
  }

  int pattern() {
    return search.pattern();
  }

  boolean isIdle() {
    return !alive && !waiting;
  }

  /** Takes note of a gate that ends at an index. */
  void passGate(Trigger gate, int end) {
    int begin = gate.begin(text.bytes(), end, text.end());
    if (begin >= 0) {
      gatesFrom = Math.min(gatesFrom, text.offset(begin) - gate.reachBack());
      gatesTo = text.offset(end);
    }
  }

  /** Whether a trigger would be looked at. */
  boolean isOpen() {
    return !search.isGated() || gatesTo > next;
  }

  /** Before which offset no match can begin that goes through a trigger. */
  private long earliestThrough(Trigger trigger, int begin) {
    return search.isFar() ? farthest() : Math.max(next, text.offset(begin) - trigger.reachBack());
  }

  /** Before which offset no match can begin at all. */
  private long farthest() {
    return search.isGated() ? Math.max(next, gatesFrom) : next;
  }

  /** Follows a trigger whose path ends at an index. */
  void notice(Trigger trigger, int end) {
    if (alive) {
      advance(end);
    }
    if (waiting) {
      missed = true;
      return;
    }
    int begin = trigger.begin(text.bytes(), end, text.end());
    if (begin < 0 || text.offset(begin) < next || !isOpen()) {
      return;
    }
    long earliest = earliestThrough(trigger, begin);
    if (!search.startsAt(trigger.first())
        && !back.findsStart(trigger.first(), begin, text.index(earliest))) {
      return;
    }
    if (!alive) {
      Arrays.fill(set, 0);
      alive = true;
      at = text.offset(end);
      walksFrom = earliest;
      scan.activate(this);
    }
    walksFrom = Math.min(walksFrom, earliest);
    Automaton.add(set, trigger.last());
  }

  /** Moves the walks on to an index, or to the first end of a match. */
  private void advance(int to) {
    byte[] bytes = text.bytes();
    Automaton automaton = search.forward();
    int i = text.index(at);
    int before = conditional ? text.before(i) : 0;
    while (i < to) {
      int character = Utf8.after(bytes, i, text.end());
      int c = Utf8.codePoint(character);
      int bits = conditional ? Boundary.between(before, c) : 0;
      if (automaton.endsAt(set, bits)) {
        prove(i, bits);
        return;
      }
      scan.countStep();
      if (!automaton.step(set, spare, automaton.classOf(c), bits)) {
        alive = false;
        return;
      }
      long[] swap = set;
      set = spare;
      spare = swap;
      i += Utf8.length(character);
      before = c;
    }
    at = text.offset(i);
  }

  /** Goes on as far as the text goes for now. */
  void settle() {
    if (waiting && (text.offset(text.settled()) >= waitingFor || text.hasEnded())) {
      judge();
    }
    if (alive) {
      advance(text.settled());
    }
    if (alive && text.hasEnded()) {
      finish();
    }
  }

  private void finish() {
    int end = text.end();
    int bits = Boundary.between(text.before(end), Boundary.NONE);
    if (search.forward().endsAt(set, bits)) {
      prove(end, bits);
    }
    alive = false;
  }

  /**
   * A match ends at an index, the first that does. It is not always the leftmost: another may have
   * begun before it, and end later. Finds out where the first began that may still go on here, be
   * it among the walks or before its trigger; from there on the judge will find the leftmost.
   */
  private void prove(int end, int bits) {
    waitingFrom = Math.min(beganAmongWalks(end), beganUnnoticed(end));
    if (cutShort) {
      scan.outOfReach(pattern(), waitingFrom, text.offset(end));
    }
    search.forward().keepEnds(set, bits);
    anchored = beganAmongWalks(end) == waitingFrom && !cutShort;
    alive = false;
    waiting = true;
    provenAt = text.offset(end);
    judge();
  }

  private long beganAmongWalks(int end) {
    cutShort = false;
    return alive ? began(set, end, walksFrom) : Long.MAX_VALUE;
  }

  private long beganUnnoticed(int end) {
    if (!isOpen()) {
      return Long.MAX_VALUE;
    }
    long near = text.offset(end) - search.lag();
    return began(search.unnoticed(), end, search.isFar() ? farthest() : Math.max(next, near));
  }

  /** Where the first began of walks that are in a set at an index. */
  private long began(long[] positions, int end, long lowest) {
    int first = back.earliest(positions, end, text.index(lowest));
    if (back.wasCutShort()) {
      cutShort = true;
      return text.offset(back.stoppedAt());
    }
    return first == LookBack.NONE ? Long.MAX_VALUE : text.offset(first);
  }

  /**
   * Asks the judge, with more and more text after the proven end, until it has not looked at the
   * end of what it was given; or until there is no more.
   */
  private void judge() {
    int from = text.index(waitingFrom);
    int proven = text.index(provenAt);
    int limit = from + Text.REACH;
    int more = Math.max(FIRST_LOOK, text.index(waitingFor) - proven);
    while (true) {
      int to = Math.min(proven + more, limit);
      Verdict verdict = search.verdicts().judge(scan.window(), text, from, to, anchored);
      scan.countSteps(verdict.read() - from);
      if (!scan.window().endSeen() || (text.hasEnded() && verdict.read() == text.end())) {
        conclude(verdict, proven);
        return;
      }
      if (verdict.read() >= limit) {
        scan.outOfReach(pattern(), waitingFrom, text.offset(limit));
        conclude(verdict, limit);
        return;
      }
      if (verdict.read() == text.settled()) {
        int longer = verdict.read() + Math.max(1, verdict.read() - proven);
        waitingFor = text.offset(Math.min(longer, limit));
        scan.activate(this);
        return;
      }
      more *= 2;
    }
  }

  /** Takes the verdict, and starts over from its end, or from {@code resume} if that is later. */
  private void conclude(Verdict verdict, int resume) {
    waiting = false;
    waitingFor = 0;
    next = text.offset(Math.max(resume, verdict.end()));
    if (verdict.found()) {
      scan.found(
          new Hit(
              pattern(),
              text.offset(verdict.start()),
              text.offset(verdict.end()),
              text.offset(verdict.valueStart()),
              text.offset(verdict.valueEnd())));
    } else {
      scan.outOfReach(pattern(), waitingFrom, next);
    }
    if (missed) {
      missed = false;
      scan.walkAgain(this, next);
    }
  }

  /** The least offset where something may begin that is not decided, and not in the lag. */
  long undecidedFrom() {
    if (waiting) {
      return waitingFrom;
    }
    long first = beganAmongWalks(text.settled());
    return search.isFar() ? Math.min(first, beganUnnoticed(text.settled())) : first;
  }
}
