package io.egressrules.dlp.decode;

/** Decodes the digits of a run, from anywhere in a unit, into a derived text. */
final class Run {
  /** How many bytes that are no text end a run. */
  private static final int LOST = 256;

  private final Radix radix;
  private final Text source;
  private final Text target;
  private final boolean sure;
  private final Sense sense = new Sense();
  private int digit;
  private int taken;
  private long bits;
  private long word;
  private int length;
  private long from;
  private long to;
  private int lost;

  /**
   * A run.
   *
   * @param sure whether it stays one though it is no text
   * @param digit which digit of a unit comes first
   */
  Run(Radix radix, Text source, Text target, boolean sure, int digit) {
    this.radix = radix;
    this.source = source;
    this.target = target;
    this.sure = sure;
    this.digit = digit;
  }

  /** Takes the value of the digit at an offset of the source. */
  void take(int value, long at) {
    if (length == 0 && (taken == 0 || digit == 0)) {
      from = at;
    }
    to = at;
    bits = bits << radix.bits() | value;
    int shift = radix.shift(digit);
    if (shift >= 0 && taken >= radix.reach(digit)) {
      int octet = (int) (bits >> shift) & 0xFF;
      word = word << 8 | octet;
      length++;
      lost = sense.take(octet) >= Guesses.WORTH ? 0 : lost + 1;
    }
    taken++;
    if (++digit == radix.unit()) {
      digit = 0;
      put();
    }
  }

  private void put() {
    if (length > 0) {
      target.put(word, length, source.origins().start(from), source.origins().end(to));
      length = 0;
    }
  }

  /** Whether this is no text any more. */
  boolean lost() {
    return !sure && lost > LOST;
  }

  /** Passes on what was derived. */
  void flush() {
    target.flush();
  }

  /** Ends the run. */
  void end() {
    put();
    target.end();
  }

  /** The offset of the body before which nothing more is derived from. */
  long settled() {
    long own = source.origins().start(from);
    return target.dropped() ? own : Math.min(own, target.settled());
  }
}
