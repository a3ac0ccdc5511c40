package io.egressrules.dlp.scan;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link Run} asks the judge: which match there is, where one is certain. The judge is given
 * more and more text after the place that proves it, until it has not looked at the end of what it
 * was given. How much it is given depends on the text alone, and not on how the text comes in.
 *
 * <p>Such looks ahead are paid for by the length of the text so far. A text that wants more of them
 * than that gets what the judge says at first sight, and is told of as out of reach.
 */
final class Trial {
  /** How much text after the proof the judge is given at first. */
  private static final int FIRST_LOOK = 16;

  private static final int GROWTH = 4;
  private static final int PAID_BY_BYTE = 8;
  private static final int PAID_IN_ADVANCE = 4 * Text.REACH;

  private final Search search;
  private final Scan scan;
  private final Text text;

  private boolean open;
  private long from;
  private long proven;
  private boolean anchored;
  private int look;
  private long spent;

  Trial(Search search, Scan scan, Text text) {
    this.search = search;
    this.scan = scan;
    this.text = text;
  }

  /**
   * Opens it.
   *
   * @param begin before which no match begins
   * @param proof where a match ends, and none before
   * @param atBegin whether the match is known to begin at {@code begin}
   */
  void open(long begin, long proof, boolean atBegin) {
    open = true;
    from = begin;
    proven = proof;
    anchored = atBegin;
    look = FIRST_LOOK;
  }

  boolean isOpen() {
    return open;
  }

  long from() {
    return from;
  }

  long proven() {
    return proven;
  }

  /** Asks; closes with the verdict, or returns null while it has to wait for text. */
  @Nullable Verdict ask() {
    int begin = text.index(from);
    int limit = begin + Text.REACH;
    while (true) {
      int to = Math.min(text.index(proven) + look, limit);
      if (to > text.settled() && !text.hasEnded()) {
        return null;
      }
      Verdict verdict = search.verdicts().judge(scan.window(), text, begin, to, anchored);
      scan.countSteps(verdict.read() - begin);
      boolean sure = !scan.window().endSeen() || (text.hasEnded() && verdict.read() == text.end());
      if (sure
          || to == limit
          || !paysFor(Math.min(text.index(proven) + GROWTH * look, limit) - begin)) {
        if (!sure || !verdict.found()) {
          scan.outOfReach(search.pattern(), from, text.offset(verdict.read()));
        }
        open = false;
        return verdict;
      }
      look *= GROWTH;
    }
  }

  private boolean paysFor(int more) {
    spent += more;
    return spent <= PAID_IN_ADVANCE + PAID_BY_BYTE * proven;
  }
}
