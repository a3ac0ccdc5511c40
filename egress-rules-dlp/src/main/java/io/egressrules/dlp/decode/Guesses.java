package io.egressrules.dlp.decode;

import java.util.Arrays;

/**
 * Guesses where in a run of digits something begins that is worth decoding: tries each alignment
 * until one gives enough characters of ASCII in a row, or in UTF-16, and the first alignment for
 * the signature of an archive. Of random bytes, one in some ten thousand runs into it.
 */
final class Guesses {
  /** How many characters in a row are worth decoding. */
  static final int WORTH = 12;

  /** How many are if they are all there is. */
  private static final int WORTH_ALONE = 8;

  private static final int BYTE = 8;
  private static final int HEAD = Signature.LENGTH * BYTE;
  private static final int RECENT = 32;

  /** All bits for a byte that may be of text, none for another. */
  private static final byte[] KEEP = new byte[256];

  static {
    for (int b = 0; b < KEEP.length; b++) {
      boolean space = b == '\t' || b == '\n' || b == '\r';
      KEEP[b] = (byte) (b == 0 || space || (b >= ' ' && b < 0x7F) ? -1 : 0);
    }
  }

  private final Radix radix;
  private final int digitsOfHead;
  private final int[] runs;
  private final long[] recent = new long[RECENT];
  private long begun;
  private int digits;
  private long bits;
  private long from;
  private int digit;
  private boolean sure;

  Guesses(Radix radix) {
    this.radix = radix;
    digitsOfHead = (HEAD + radix.bits() - 1) / radix.bits();
    runs = new int[radix.unit()];
  }

  /** Begins a run. */
  void begin(long offset) {
    begun = offset;
    digits = 0;
    sure = false;
    forget();
  }

  /** Forgets what was text so far. */
  void forget() {
    Arrays.fill(runs, 0);
  }

  /** Takes a digit; tells whether it is worth decoding from {@link #from}. */
  boolean take(int value, long at) {
    recent[digits & (RECENT - 1)] = at;
    bits = bits << radix.bits() | value;
    int unit = runs.length;
    int most = 0;
    int tried = Math.min(unit - 1, digits);
    for (int i = 0; i <= tried; i++) {
      int shift = radix.shift((digits - i) & (unit - 1));
      if (shift >= 0) {
        int run = (runs[i] + 1) & KEEP[(int) (bits >>> shift) & 0xFF];
        runs[i] = run;
        most = Math.max(most, run);
      }
    }
    digits++;
    return (most >= WORTH && choose()) || (digits == digitsOfHead && isArchive());
  }

  private boolean isArchive() {
    long head = (bits >>> (digits * radix.bits() - HEAD)) & ((1L << HEAD) - 1);
    sure = Signature.of(head) != Signature.NONE;
    from = begun;
    digit = 0;
    return sure;
  }

  /** Chooses an alignment that gave enough characters. */
  private boolean choose() {
    int unit = runs.length;
    for (int i = 0; i < unit; i++) {
      if (runs[i] >= WORTH) {
        runs[i] = 0;
        int taken = digits - i;
        int shift = radix.shift((taken - 1) & (unit - 1));
        int first = (taken * radix.bits() - shift - WORTH * BYTE) / radix.bits();
        from = recent[(i + first) & (RECENT - 1)];
        digit = first & (unit - 1);
        if (!holdsNuls(bits >>> shift)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two of the last bytes are 0 in a row, as in no text. */
  private static boolean holdsNuls(long word) {
    for (int at = 0; at < HEAD - BYTE; at += BYTE) {
      if (((word >>> at) & 0xFFFF) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the run, which has ended, is text from its first digit to its last. */
  boolean alone() {
    from = begun;
    digit = 0;
    int bytes = digits * radix.bits() / BYTE;
    return bytes >= WORTH_ALONE && runs[0] == bytes;
  }

  /** Where the run begins. */
  long begun() {
    return begun;
  }

  /** Where its last digit stands. */
  long recent() {
    return recent[(digits - 1) & (RECENT - 1)];
  }

  /** Where to decode from. */
  long from() {
    return from;
  }

  /** Which digit of a unit stands there. */
  int digit() {
    return digit;
  }

  /** Whether it is an archive. */
  boolean sure() {
    return sure;
  }
}
