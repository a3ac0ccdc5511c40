package io.egressrules.dlp.scan;

/**
 * Follows one pattern along one text. Walks of the pattern begin where a trigger was noticed. The
 * first place where one may end proves that there is a match. Which span it has is for the judge to
 * say, in a {@link Trial}; then all starts over after that span. While the trial waits for text,
 * the run notices nothing, and catches up later.
 */
final class Run {
  /**
   * How many characters triggers may look back in all, at first and for each byte of text, before
   * all walks are followed instead.
   */
  private static final int LOOK_BACK = 1024;

  private static final int LOOK_BACK_BY_BYTE = 1;

  private final Search search;
  private final Scan scan;
  private final Text text;
  private final LookBack back;
  private final Walks walks;
  private final Trial trial;

  /** Where the next match may begin: after the last one. */
  private long next;

  /** How many characters triggers have looked back. */
  private long looked;

  /** Where the first and the last gate were seen: before the one, and after the other. */
  private long gatesFrom = Long.MAX_VALUE;

  private long gatesTo = -1;

  private boolean missed;
  private boolean cutShort;

  Run(Search search, Scan scan, Text text) {
    this.search = search;
    this.scan = scan;
    this.text = text;
    back = new LookBack(search, scan, text);
    walks = new Walks(search.forward(), scan, text);
    trial = new Trial(search, scan, text);
  }

  int pattern() {
    return search.pattern();
  }

  boolean isIdle() {
    return !walks.areAlive() && !trial.isOpen();
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
  private boolean isOpen() {
    return !search.isGated() || gatesTo > next;
  }

  /** Before which offset no match can begin of which a trigger that ends at an index tells. */
  private long earliest(int end) {
    if (!search.isFar()) {
      return Math.max(next, text.offset(end) - search.lag());
    }
    return search.isGated() ? Math.max(next, gatesFrom) : next;
  }

  /** Follows a trigger whose path ends at an index. */
  void notice(Trigger trigger, int end) {
    advance(end);
    if (trial.isOpen()) {
      missed = true;
      return;
    }
    if (walks.areComplete()) {
      walks.prolong();
      return;
    }
    int begin = trigger.begin(text.bytes(), end, text.end());
    if (begin < 0 || text.offset(begin) < next || !isOpen()) {
      return;
    }
    long earliest = earliest(end);
    switch (findsStart(trigger, begin, end)) {
      case NO -> {}
      case YES -> walks.add(trigger.last(), end, earliest);
      case UNKNOWN -> followAll(end, earliest);
    }
    if (walks.areAlive()) {
      scan.activate(this);
    }
  }

  private LookBack.Answer findsStart(Trigger trigger, int begin, int end) {
    if (search.startsAt(trigger.first())) {
      return LookBack.Answer.YES;
    }
    long most = LOOK_BACK + LOOK_BACK_BY_BYTE * text.offset(end) - looked;
    long before = back.steps();
    LookBack.Answer answer =
        back.findsStart(trigger.first(), begin, text.index(earliest(end)), most);
    looked += back.steps() - before;
    return answer;
  }

  /** Follows all walks that may have begun so far; what is out of reach is taken for possible. */
  private void followAll(int end, long earliest) {
    int lowest = Math.max(text.index(earliest), end - Text.REACH);
    while (Utf8.isWithin(text.bytes(), lowest, text.end())) {
      lowest--;
    }
    boolean reached = text.offset(lowest) <= earliest;
    walks.addAll(lowest, reached ? search.noWalks() : search.unnoticed(), end, earliest);
  }

  private void advance(int to) {
    int end = walks.areAlive() ? walks.advance(to) : Walks.NONE;
    if (end != Walks.NONE) {
      prove(end);
    }
  }

  /** Asks the judge again if it waits for text that may be there now. */
  void resume() {
    if (trial.isOpen()) {
      judge();
    }
  }

  /** Goes on as far as the text goes for now; all triggers up to there have been noticed. */
  void settle() {
    advance(text.settled());
    if (text.hasEnded()) {
      if (walks.endWithText()) {
        prove(text.end());
      }
      walks.clear();
    }
  }

  /**
   * A match ends at an index, the first that does. It is not always the leftmost: another may have
   * begun before it, and end later. Finds out where the first began that may still go on here, be
   * it among the walks or before its trigger; from there on the judge will find the leftmost.
   */
  private void prove(int end) {
    cutShort = false;
    long from = Math.min(beganAmongWalks(end), beganUnnoticed(end));
    if (cutShort) {
      scan.outOfReach(pattern(), from, text.offset(end));
    }
    search.forward().keepEnds(walks.set(), text.boundary(end));
    boolean anchored = beganAmongWalks(end) == from && !cutShort;
    walks.clear();
    if (from < Long.MAX_VALUE) { // else all walks were out of reach, and none is real
      trial.open(from, text.offset(end), anchored);
      judge();
    }
  }

  private long beganAmongWalks(int end) {
    return walks.areAlive() ? began(walks.set(), end, walks.from()) : Long.MAX_VALUE;
  }

  private long beganUnnoticed(int end) {
    return isOpen() ? began(search.unnoticed(), end, earliest(end)) : Long.MAX_VALUE;
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

  /** Takes the verdict, if there is one yet, and starts over from its end. */
  private void judge() {
    Verdict verdict = trial.ask();
    if (verdict == null) {
      scan.activate(this);
      return;
    }
    next = Math.max(trial.proven(), text.offset(verdict.end()));
    if (verdict.found()) {
      scan.found(
          new Hit(
              pattern(),
              text.offset(verdict.start()),
              text.offset(verdict.end()),
              text.offset(verdict.valueStart()),
              text.offset(verdict.valueEnd())));
    }
    if (missed) {
      missed = false;
      scan.walkAgain(this, next);
    }
  }

  /**
   * Before which offset nothing is undecided: what can be said without a look back, which errs on
   * the side of less.
   */
  long undecidedFrom() {
    if (trial.isOpen()) {
      return trial.from();
    }
    int end = text.settled();
    long first = text.offset(end) - search.lag();
    if (walks.areAlive()) {
      first = Math.min(first, walks.from());
    }
    if (search.isFar() && isOpen()) {
      first = Math.min(first, earliest(end));
    }
    return Math.max(first, text.offset(end) - Text.REACH);
  }
}
