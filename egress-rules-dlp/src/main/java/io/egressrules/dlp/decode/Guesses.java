package io.egressrules.dlp.decode;

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

  private static final int RECENT = 32;

  /** A count for each alignment, in one byte of a long. */
  private static final long EACH = 0x0101010101010101L;

  private static final int FULL = 0x80;

  private static final long ANY_FULL = 0x8080808080808080L;

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
  private final int digitsOfWorth;
  private final long most;
  private long[] recent = {};
  private byte[] values = {};
  private long counts;
  private long begun;
  private int digits;
  private long from;
  private int digit;
  private int alignment;
  private boolean sure;
  private boolean sound;

  Guesses(Radix radix) {
    this.radix = radix;
    digitsOfHead = radix.digits(Signature.LENGTH);
    digitsOfWorth = radix.digits(WORTH);
    most = EACH * (FULL - digitsOfWorth);
  }

  /** Begins a run. */
  void begin(long offset) {
    if (recent.length == 0) {
      recent = new long[RECENT];
      values = new byte[RECENT];
    }
    begun = offset;
    digits = 0;
    sure = false;
    forget();
  }

  /** Forgets what was text so far. */
  void forget() {
    counts = 0;
  }

  /**
   * Takes the digits of a range, up to what is none or to one that confirms a guess.
   *
   * @param offset the offset of the text of the byte at index 0
   * @return the index after the last digit taken
   */
  int take(byte[] bytes, int from, int limit, long offset) {
    int at = from;
    sound = false;
    while (at < limit && !sound) {
      int end = walk(bytes, at, limit, offset);
      if (end == at) {
        break;
      }
      at = end;
      sound =
          (((counts + most) & ANY_FULL) != 0 && choose())
              || sure
              || (digits == digitsOfHead && isArchive());
    }
    return at;
  }

  /** Takes digits up to one after which to look closer. */
  private int walk(byte[] bytes, int from, int limit, long offset) {
    long last = counts;
    int number = digits;
    int at = from;
    boolean near = false;
    while (at < limit && !near) {
      int value = radix.value(bytes[at]);
      if (value < 0) {
        break;
      }
      int place = number & (RECENT - 1);
      recent[place] = offset + at;
      values[place] = (byte) value;
      last = (last + EACH) & radix.ascii(number, value);
      number++;
      at++;
      near = sure || ((last + most) & ANY_FULL) != 0 || number == digitsOfHead;
    }
    counts = last;
    digits = number;
    return at;
  }

  /** Whether the last digit taken made it worth decoding from {@link #from}. */
  boolean sound() {
    return sound;
  }

  private boolean isArchive() {
    long head = 0;
    for (int i = 0; i < digitsOfHead; i++) {
      head = head << radix.bits() | values[i];
    }
    int spare = digitsOfHead * radix.bits() - Signature.LENGTH * Byte.SIZE;
    sure = Signature.of(head >>> spare) != Signature.NONE;
    from = begun;
    alignment = 0;
    digit = 0;
    return sure;
  }

  /** Looks closer at the alignments whose bytes may all be ASCII, and chooses one of them. */
  private boolean choose() {
    for (int i = 0; i < radix.unit(); i++) {
      int lane = i * Byte.SIZE;
      int last = digits - 1 - i;
      int count = (int) (counts >>> lane) & 0xFF;
      if (count >= digitsOfWorth
          && radix.shift(last & (radix.unit() - 1)) >= 0
          && last - first(last) < count) {
        int run = text(i, last);
        if (run >= WORTH) {
          return true;
        }
        long less = Math.min(count, radix.digits(run) + 1);
        counts = (counts & ~(0xFFL << lane)) | less << lane;
      }
    }
    return false;
  }

  /** The digit that what is worth decoding begins in, if it ends in another. */
  private int first(int last) {
    return start(last) / radix.bits();
  }

  private int start(int last) {
    int end = (last + 1) * radix.bits() - radix.shift(last & (radix.unit() - 1));
    return Math.max(0, end - WORTH * Byte.SIZE);
  }

  /** How many of the last bytes of an alignment are text in a row. */
  private int text(int tried, int last) {
    alignment = tried;
    int bits = radix.bits();
    int start = start(last);
    int first = start / bits;
    from = recent[(alignment + first) & (RECENT - 1)];
    digit = first & (radix.unit() - 1);
    long word = 0;
    int run = 0;
    int held = first * bits - start;
    boolean afterNul = false;
    for (int i = first; i <= last; i++) {
      word = word << bits | values[(alignment + i) & (RECENT - 1)];
      held += bits;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        int octet = (int) (word >>> held) & 0xFF;
        run = afterNul && octet == 0 ? 0 : (run + 1) & KEEP[octet];
        afterNul = octet == 0;
      }
    }
    return run;
  }

  /** Whether the run, which has ended, is text from its first digit to its last. */
  boolean alone() {
    from = begun;
    alignment = 0;
    digit = 0;
    int bytes = digits * radix.bits() / Byte.SIZE;
    return bytes >= WORTH_ALONE && bytes <= WORTH && text(0, lastOfByte()) == bytes;
  }

  private int lastOfByte() {
    int last = digits - 1;
    while (radix.shift(last & (radix.unit() - 1)) < 0) {
      last--;
    }
    return last;
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

  /** Decodes from where the run begins, though what is worth it begins later. */
  void fromBegin() {
    digit = -alignment & (radix.unit() - 1);
    from = begun;
  }

  /** Which digit of a unit stands there. */
  int digit() {
    return digit;
  }

  /** Takes it for no archive after all. */
  void unsure() {
    sure = false;
  }

  /** Whether it is an archive. */
  boolean sure() {
    return sure;
  }
}
