package io.egressrules.engine.lookup;

import io.egressrules.net.NameWords;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Names and their numbers in one array of bytes, in which the hash of a name says where it is.
 *
 * <p>The array begins with buckets, each as long as a cache line, so that most names are found, and
 * nearly all absent ones missed, in one line. Names that do not fit into their bucket follow behind
 * all buckets, those of one bucket side by side.
 *
 * <pre>
 *   bucket   4 bytes   marks: a small Bloom filter (Bloom 1970), see below
 *            a group   the names that fit
 *            4 bytes   where the group of the others is, if there are others
 *
 *   group    1 byte    how many names, n, up to seven of 255 characters; plus 8 if others follow
 *            n bytes   their tags
 *            n bytes   their lengths
 *            n times   8 bytes: the number at the name, the number below it
 *                      length bytes: its characters, the last one first
 *
 *   hash     63 ..................... 32 | 31 ........... 12 | 11 ... 5 | 4 ... 0
 *            bucket, times their number  | four marks of 5   | tag      | unused
 * </pre>
 *
 * <p>Each name and each ancestor of a name sets two of the 32 marks of its bucket, a third stands
 * for a number at the name, and a fourth for a number below it. A mark that is not set proves that
 * there is none of this; that it is set proves nothing. Names are compared in words of seven
 * characters, tags all at once. What a long reads too much is masked: it can change only higher
 * bytes.
 */
final class NameTable {
  /** Reads eight bytes, the first into the lowest byte. */
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Reads four bytes. */
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** The bytes of a bucket: a cache line of the common processors. */
  static final int BUCKET = 64;

  /**
   * Where the first bucket begins. The elements of an array begin 16 bytes behind its own
   * beginning, which is that of a cache line for the large arrays for which this counts.
   */
  static final int FIRST = 48;

  /** The bytes of the marks of a bucket. */
  static final int MARKS = Integer.BYTES;

  /** Where in a bucket the place of the other names is. */
  static final int OTHERS = BUCKET - Integer.BYTES;

  /** The most names of a group: as many tags as fit into a long behind the count. */
  static final int GROUP = 7;

  /** The most characters of all names of a group: as many as a byte counts. */
  static final int LONGEST_GROUP = 0xff;

  /** In the first byte of a group: names of the same bucket are elsewhere. */
  static final int FOLLOWED = 8;

  /** The bytes of the numbers of a name. */
  static final int NUMBERS = Long.BYTES;

  /** Unused bytes at the end, for longs that are read there. */
  static final int SLACK = Long.BYTES;

  /** In place of a place: no group begins here, and no record. */
  private static final int NONE = 0;

  private final byte[] bytes;
  private final int buckets;

  NameTable(byte[] bytes, int buckets) {
    this.bytes = bytes;
    this.buckets = buckets;
  }

  /** The bucket of a hash: the product of both as fractions. */
  static int bucket(long hash, int buckets) {
    return (int) (((hash >>> 32) * buckets) >>> 32);
  }

  /** Where a bucket is. */
  static int place(int bucket) {
    return FIRST + bucket * BUCKET;
  }

  /** The marks of a name and of its ancestors. */
  static int path(long hash) {
    return 1 << (hash >>> 17) | 1 << (hash >>> 22);
  }

  /** The mark of a name that has a number of its own. */
  static int atMark(long hash) {
    return 1 << (hash >>> 27);
  }

  /** The mark of a name that has a number for names below it. */
  static int belowMark(long hash) {
    return 1 << (hash >>> 12);
  }

  /** Seven bits that tell apart most names of a bucket. */
  static int tag(long hash) {
    return (int) (hash >>> 5) & 0x7f;
  }

  /** Two numbers of a name in a long. */
  static long numbers(int at, int below) {
    return ((long) below << 32) | (at & 0xFFFF_FFFFL);
  }

  static int at(long numbers) {
    return (int) numbers;
  }

  static int below(long numbers) {
    return (int) (numbers >>> 32);
  }

  /** The marks of the bucket of a hash. */
  int marks(long hash) {
    return (int) INT.get(bytes, place(bucket(hash, buckets)));
  }

  /** Whether marks allow for a name with this hash, or for one below it. */
  static boolean leadsOn(int marks, long hash) {
    int path = path(hash);
    return (marks & path) == path;
  }

  /** Whether marks allow for a number at a name with this hash. */
  static boolean isLikelyAt(int marks, long hash) {
    return (marks & atMark(hash)) != 0;
  }

  /** Whether marks allow for a number below a name with this hash. */
  static boolean isLikelyBelow(int marks, long hash) {
    return (marks & belowMark(hash)) != 0;
  }

  /** One of the numbers of the last characters of a host, which have this hash; 0 for none. */
  int number(long hash, NameWords host, int size, boolean at) {
    int bucket = place(bucket(hash, buckets));
    for (int group = bucket + MARKS; group != NONE; group = next(bucket, group)) {
      int record = record(group, hash, host, size);
      if (record != NONE) {
        long numbers = read(record);
        return at ? at(numbers) : below(numbers);
      }
    }
    return 0;
  }

  /** The group with the names of a bucket that are not in this group or one before. */
  private int next(int bucket, int group) {
    if ((bytes[group] & FOLLOWED) == 0) {
      return NONE;
    }
    return group == bucket + MARKS ? (int) INT.get(bytes, bucket + OTHERS) : behind(group);
  }

  /** The place behind a group. */
  private int behind(int group) {
    int count = bytes[group] & GROUP;
    int lengthsAt = group + 1 + count;
    return lengthsAt + count + count * NUMBERS + charactersBefore(count, read(lengthsAt));
  }

  /** Where in a group the record of the last characters of a host is, which have this hash. */
  private int record(int group, long hash, NameWords host, int size) {
    long head = read(group);
    int count = (int) head & GROUP;
    long same = Words.zeros((head >>> 8) ^ (tag(hash) * Words.ONES)) & Words.mask(count);
    if (same == 0) {
      return NONE;
    }
    int lengthsAt = group + 1 + count;
    long lengths = read(lengthsAt);
    for (; same != 0; same &= same - 1) {
      int name = Words.first(same);
      if (((lengths >>> (name << 3)) & 0xff) == size) {
        int record = lengthsAt + count + name * NUMBERS + charactersBefore(name, lengths);
        if (equals(record + NUMBERS, host, size)) {
          return record;
        }
      }
    }
    return NONE;
  }

  /** Whether the characters at a place are the last ones of a host. */
  private boolean equals(int place, NameWords host, int size) {
    for (int before = 0; before < size; before += Words.SIZE) {
      if (((read(place + before) ^ host.word(before)) & Words.mask(size - before)) != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The characters of the names before one in its group. A product with {@link Words#ONES} has in
   * each byte the sum of all up to that byte, which a group is made to leave room for.
   */
  private static int charactersBefore(int name, long lengths) {
    long sums = lengths * Words.ONES;
    return (int) ((sums << Byte.SIZE) >>> (name << 3)) & LONGEST_GROUP;
  }

  private long read(int place) {
    return (long) LONG.get(bytes, place);
  }

  long bytes() {
    return bytes.length;
  }
}
