package io.egressrules.dlp.decode;

import java.util.Arrays;

/**
 * Where in a text something may begin that a decoder reads: one look at each byte, for all of them.
 * What it saw is kept for stretches of {@value #STRETCH} bytes, most of which no decoder has to
 * look at again.
 */
final class Marks {
  /** A byte that may begin an escape. */
  static final int ESCAPE = 1;

  /** The equals sign. */
  static final int EQUALS = 1 << 1;

  /** The byte 0. */
  static final int NUL = 1 << 2;

  /** A byte that stands in the signature of an archive. */
  static final int SIGNATURE = 1 << 3;

  /** The last of {@link #RUN} digits in a row of base64. */
  static final int BASE64 = 1 << 4;

  /** The same of base32, in one case. */
  static final int BASE32 = 1 << 5;

  /** The same of hexadecimal digits. */
  static final int HEX = 1 << 6;

  /** The same of hexadecimal digits and what may part them. */
  static final int GROUPS = 1 << 7;

  /** How many digits in a row are marked at least. */
  static final int RUN = 16;

  /** How many bytes share their marks. */
  static final int STRETCH = 64;

  /** Where the marks of a byte stand in its {@link #SIGNS}, above the counters. */
  private static final int MARKS_AT = 40;

  /** For each counter its byte of a long, from the lowest, and the mark that it makes. */
  private static final int[] MADE = {BASE64, BASE32, BASE32, HEX, GROUPS};

  private static final long EACH = 0x0101010101L;

  /**
   * Of each byte the marks that it has by itself, and below them all bits of the counters that it
   * belongs to.
   */
  private static final long[] SIGNS = new long[256];

  static {
    mark(ESCAPE, '%', '\\', '&', 'U', '+', 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF3);
    mark(EQUALS, '=');
    mark(NUL, 0);
    mark(SIGNATURE, 0x1F, 0x03, 0x1A, 0xBC, 0xFD);
    for (int b = 0; b < SIGNS.length; b++) {
      count(b, 0, Radix.BASE64.alphabets((byte) b) != 0);
      count(b, 1, (Radix.BASE32.alphabets((byte) b) & 1) != 0);
      count(b, 2, (Radix.BASE32.alphabets((byte) b) & 2) != 0);
      count(b, 3, Radix.HEX.alphabets((byte) b) != 0);
      count(b, 4, Separators.isInRun((byte) b));
    }
  }

  private byte[] stretches = {};

  /** For each counter, how many of the last bytes in a row belong to it; no more than it takes. */
  private long counts;

  private static void mark(int mark, int... bytes) {
    for (int b : bytes) {
      SIGNS[b] |= (long) mark << MARKS_AT;
    }
  }

  private static void count(int b, int counter, boolean belongs) {
    SIGNS[b] |= belongs ? 0xFFL << (counter * Byte.SIZE) : 0;
  }

  /** Whether a byte has one of some marks by itself. */
  private static boolean has(byte b, int marks) {
    return (SIGNS[b & 0xFF] >>> MARKS_AT & marks) != 0;
  }

  /** Looks at the bytes of a range, which goes on where the one before ended. */
  void read(byte[] bytes, int from, int to) {
    if (stretches.length * STRETCH < to) {
      stretches = Arrays.copyOf(stretches, (bytes.length + STRETCH - 1) / STRETCH);
    }
    int at = from;
    while (at < to) {
      int stretch = at / STRETCH;
      int end = Math.min(to, (stretch + 1) * STRETCH);
      stretches[stretch] |= (byte) readStretch(bytes, at, end);
      at = end;
    }
  }

  private int readStretch(byte[] bytes, int from, int to) {
    long count = counts;
    long reached = 0;
    long signs = 0;
    for (int i = from; i < to; i++) {
      long sign = SIGNS[bytes[i] & 0xFF];
      count = (count + EACH) & sign;
      reached |= count;
      signs |= sign;
    }
    counts = (count & ~(EACH * 0xF0)) | full(count) * RUN;
    int marks = (int) (signs >>> MARKS_AT);
    long full = full(reached);
    for (int counter = 0; full != 0; counter++, full >>>= Byte.SIZE) {
      marks |= (full & 1) != 0 ? MADE[counter] : 0;
    }
    return marks;
  }

  /** A one for each counter that is {@link #RUN} or more, and below twice {@link #STRETCH}. */
  private static long full(long counters) {
    return (counters >>> 4 | counters >>> 5 | counters >>> 6) & EACH;
  }

  /** Forgets the first bytes, of whole stretches; the others move up. */
  void forget(int bytes) {
    int gone = bytes / STRETCH;
    System.arraycopy(stretches, gone, stretches, 0, stretches.length - gone);
    Arrays.fill(stretches, stretches.length - gone, stretches.length, (byte) 0);
  }

  /** The first index of a range in a stretch that has one of some marks; else its end. */
  int stretch(int from, int to, int marks) {
    int at = from;
    while (at < to && (stretches[at / STRETCH] & marks) == 0) {
      at = (at / STRETCH + 1) * STRETCH;
    }
    return at < to ? at : Math.max(from, to);
  }

  /** The first byte of a range that by itself has one of some marks; else the end of the range. */
  int next(byte[] bytes, int from, int to, int marks) {
    int at = stretch(from, to, marks);
    while (at < to && !has(bytes[at], marks)) {
      at++;
      if (at % STRETCH == 0) {
        at = stretch(at, to, marks);
      }
    }
    return at;
  }

  /**
   * Where of a range the first {@link #RUN} marked digits in a row may begin; where they may if the
   * text went on after the range, if there are none.
   */
  int run(int from, int to, int marks) {
    int last = from + RUN - 1;
    return stretch(last, to, marks) - RUN + 1;
  }
}
