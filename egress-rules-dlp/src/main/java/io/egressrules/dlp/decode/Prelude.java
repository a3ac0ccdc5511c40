package io.egressrules.dlp.decode;

/** What stands before the data of a compressed stream: some bytes, or a header of gzip. */
final class Prelude {
  private static final int FIXED = 10;
  private static final int FLAGS_AT = 3;
  private static final int HAS_CHECK = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  /** How long a bounded one may be, so that what follows a false one is still held. */
  private static final int MOST = 400;

  private final boolean gzip;
  private final long most;
  private long skip;
  private int seen;
  private int flags;
  private int length;
  private int passed;

  private Prelude(boolean gzip, long skip, long most) {
    this.gzip = gzip;
    this.skip = skip;
    this.most = most;
  }

  /** Such a prelude that may not be longer than those in use. */
  Prelude bounded() {
    return new Prelude(gzip, skip, MOST);
  }

  /** Some bytes. */
  static Prelude bytes(long count) {
    return new Prelude(false, count, Long.MAX_VALUE);
  }

  /** A header of gzip (RFC 1952 section 2.3). */
  static Prelude gzip() {
    return new Prelude(true, 0, Long.MAX_VALUE);
  }

  /** Passes over bytes of it; tells where it stopped. */
  int pass(byte[] bytes, int from, int limit) {
    int at = from;
    while (at < limit && !whole() && !tooLong(at - from)) {
      if (skip > 0) {
        int some = (int) Math.min(skip, limit - at);
        skip -= some;
        at += some;
      } else {
        take(bytes[at++] & 0xFF);
      }
    }
    passed += at - from;
    return at;
  }

  /** Whether it goes on beyond what a header of use does. */
  boolean tooLong() {
    return tooLong(0);
  }

  private boolean tooLong(int more) {
    return !whole() && passed + more + skip > most;
  }

  private void take(int b) {
    if (seen < FIXED) {
      flags = seen == FLAGS_AT ? b : flags;
      seen++;
    } else if ((flags & HAS_EXTRA) != 0) {
      takeLength(b);
    } else if ((flags & (HAS_NAME | HAS_COMMENT)) != 0) {
      if (b == 0) {
        flags -= (flags & HAS_NAME) != 0 ? HAS_NAME : HAS_COMMENT;
      }
    } else {
      flags &= ~HAS_CHECK;
      skip = 1;
    }
  }

  private void takeLength(int b) {
    if (seen == FIXED) {
      seen++;
      length = b;
    } else {
      skip = length | (long) b << 8;
      flags -= HAS_EXTRA;
    }
  }

  /** Whether it has passed. */
  boolean whole() {
    boolean fields = (flags & (HAS_EXTRA | HAS_NAME | HAS_COMMENT | HAS_CHECK)) != 0;
    return skip == 0 && (!gzip || (seen >= FIXED && !fields));
  }
}
