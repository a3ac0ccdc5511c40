package io.egressrules.dlp.decode;

/**
 * Guesses where in a run of digits something begins that is worth decoding: tries each alignment
 * until one gives enough text in a row, and the first for the signature of an archive.
 */
final class Guesses {
  private static final int HEAD = 6;

  private final Radix radix;
  private final int alignments;
  private final Sense[] senses;
  private final long[] firsts;
  private final int[] firstDigits;
  private final long[] recent = new long[3];
  private long begun;
  private int digits;
  private long bits;
  private long head;
  private int decoded;
  private int chosen;
  private boolean sure;

  Guesses(Radix radix) {
    this.radix = radix;
    alignments = radix.unit();
    senses = new Sense[alignments];
    firsts = new long[alignments];
    firstDigits = new int[alignments];
    for (int i = 0; i < alignments; i++) {
      senses[i] = new Sense();
    }
  }

  /** Begins a run. */
  void begin(long offset) {
    begun = offset;
    digits = 0;
    decoded = 0;
    head = 0;
    sure = false;
    forget();
  }

  /** Forgets what was text so far. */
  void forget() {
    for (Sense sense : senses) {
      sense.reset();
    }
  }

  /** Takes a digit; tells whether it is worth decoding from {@link #from}. */
  boolean take(int value, long at) {
    recent[2] = recent[1];
    recent[1] = recent[0];
    recent[0] = at;
    bits = bits << radix.bits() | value;
    boolean worth = false;
    int tried = Math.min(alignments, digits + 1);
    for (int i = 0; i < tried; i++) {
      int digit = (digits - i) & (alignments - 1);
      int shift = radix.shift(digit);
      if (shift >= 0 && senses(i, digit, (int) (bits >> shift) & 0xFF)) {
        chosen = i;
        worth = true;
      }
    }
    digits++;
    return worth;
  }

  private boolean senses(int alignment, int digit, int octet) {
    int run = senses[alignment].take(octet);
    if (run == 1) {
      int reach = radix.reach(digit);
      firsts[alignment] = recent[reach];
      firstDigits[alignment] = digit - reach;
    }
    if (alignment == 0 && decoded < HEAD) {
      head = head << 8 | octet;
      if (++decoded == HEAD && Signature.of(head) != Signature.NONE) {
        sure = true;
        firsts[0] = begun;
        firstDigits[0] = 0;
        return true;
      }
    }
    return run >= Sense.WORTH;
  }

  /** Whether the run, which has ended, is text from its first digit to its last. */
  boolean alone() {
    chosen = 0;
    int bytes = digits * radix.bits() / 8;
    return bytes >= Sense.WORTH_ALONE && senses[0].run() == bytes;
  }

  /** Where the run begins. */
  long begun() {
    return begun;
  }

  /** Where its last digit stands. */
  long recent() {
    return recent[0];
  }

  /** Where to decode from. */
  long from() {
    return firsts[chosen];
  }

  /** Which digit of a unit stands there. */
  int digit() {
    return firstDigits[chosen];
  }

  /** Whether it is an archive. */
  boolean sure() {
    return sure;
  }
}
