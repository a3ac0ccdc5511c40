package io.egressrules.dlp.decode;

import org.jspecify.annotations.Nullable;

/**
 * Finds runs of digits of a {@link Radix} in a text, and derives a text from each that decodes to
 * one or to a known archive, wherever in the run that begins.
 */
final class Runs implements Decoder {
  /** How far back a run may be found to have begun. */
  private static final int BEHIND = 200;

  private final Unfolding unfolding;
  private final Text text;
  private final Radix radix;
  private final Joints joints;
  private final Guesses guesses;
  private long place;
  private boolean inRun;
  private int line;
  private @Nullable Run run;

  Runs(Unfolding unfolding, Text text, Radix radix, Joints joints) {
    this.unfolding = unfolding;
    this.text = text;
    this.radix = radix;
    this.joints = joints;
    guesses = new Guesses(radix);
  }

  @Override
  public void read(boolean last) {
    int limit = text.limit();
    boolean waiting = false;
    while (!waiting && text.index(place) < limit) {
      waiting = inRun ? !follow(limit, last) : !search(limit, last);
    }
    if (last && inRun) {
      endRun();
    }
    if (run != null) {
      run.flush();
    }
  }

  /** Goes to where a run begins; tells whether one does. */
  private boolean search(int limit, boolean last) {
    int found = joints.search(radix, text, text.index(place), limit, last);
    inRun = found >= 0;
    place = text.offset(inRun ? found : ~found);
    if (inRun) {
      guesses.begin(place);
      line = 0;
    }
    return inRun;
  }

  /** Reads the digits of the run as far as it goes; tells whether nothing more must be known. */
  private boolean follow(int limit, boolean last) {
    byte[] bytes = text.bytes();
    int at = text.index(place);
    while (at < limit) {
      int digits = take(bytes, at, limit);
      if (digits > 0) {
        at += digits;
        line += digits;
        continue;
      }
      int next = joints.over(radix, bytes, at, limit, last, line);
      if (next < 0) {
        place = text.offset(at);
        if (next == Joints.NONE) {
          endRun();
        }
        return next == Joints.NONE;
      }
      at = next;
      line = 0;
    }
    place = text.offset(at);
    return true;
  }

  /** Takes some digits; tells how many. */
  private int take(byte[] bytes, int from, int limit) {
    Run open = run;
    if (open == null) {
      int end = guesses.take(bytes, from, limit, text.offset(0));
      if (guesses.sound()) {
        open(text.offset(end - 1));
      }
      return end - from;
    }
    int at = from;
    while (at < limit && radix.value(bytes[at]) >= 0) {
      open.take(radix.value(bytes[at]), text.offset(at));
      at++;
      if (open.lost()) {
        open.end();
        run = null;
        guesses.forget();
        break;
      }
    }
    return at - from;
  }

  /**
   * Decodes from where the guess begins to the digit that confirmed it; in a view, if it holds more
   * than a copy, from where the run begins.
   */
  private void open(long to) {
    boolean near = to - guesses.begun() < BEHIND;
    if (text.copied(guesses.begun() - 1, to)) {
      if (!near) {
        guesses.unsure();
      }
      return;
    }
    if (near && text.isView()) {
      guesses.fromBegin();
    }
    long from = guesses.from();
    String name = near ? FieldName.before(text, guesses.begun()) : text.layer().name();
    Text target = unfolding.open(text, radix.encoding(), name, from);
    Run opened = new Run(radix, text, target, guesses.sure(), guesses.digit());
    int at = text.index(from);
    while (at <= text.index(to)) {
      int value = radix.value(text.bytes()[at]);
      if (value >= 0) {
        opened.take(value, text.offset(at++));
      } else {
        at = joints.over(radix, text.bytes(), at, text.limit(), true, Integer.MAX_VALUE);
      }
    }
    run = opened;
  }

  private void endRun() {
    if (run == null && guesses.alone()) {
      open(guesses.recent());
    }
    if (run != null) {
      run.end();
      run = null;
    }
    inRun = false;
  }

  @Override
  public long settled() {
    if (run != null) {
      return run.settled();
    }
    return text.origins().start(inRun ? Math.max(guesses.begun(), place - BEHIND) : place);
  }

  @Override
  public void close() {
    if (run != null) {
      run.end();
      run = null;
    }
  }
}
