package io.egressrules.engine.lookup;

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
 *   group    1 byte    how many names, n, up to seven; plus 8 if other names follow
 *            n bytes   their tags
 *            n bytes   their lengths
 *            n times   8 bytes: the number at the name, the number below it
 *                      length bytes: its characters, the last one first
 *
 *   hash     63 ..................... 32 | 31 ........... 17 | 16 ... 10 | 9 ... 0
 *            bucket, times their number  | three marks of 5  | tag       | unused
 * </pre>
 *
 * <p>Each name sets three bits of the marks of its bucket, and each ancestor of a name the first
 * two of them. A bit that is not set proves that a name is absent, or has none below; that all are
 * set proves nothing. Names are compared in words of seven characters, tags all at once; what a
 * long reads too much is masked.
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
   * Where the first bucket begins. The elements of an array begin 16 bytes behind its own beginning,
   * which is that of a cache line for the large arrays for which this counts.
   */
  static final int FIRST = 48;

  /** The bytes of marks, and of the place of a group. */
  static final int MARKS = Integer.BYTES;

  /** The most names of a group: as many tags as fit into a long behind the count. */
  static final int GROUP = 7;

  static final int FOLLOWED = 8;

  /** The bytes of the numbers of a name. */
  static final int NUMBERS = Long.BYTES;

  /** Unused bytes at the end, for longs that are read there. */
  static final int SLACK = Long.BYTES;

  private final byte[] bytes;
  private final int buckets;

  NameTable(byte[] bytes, int buckets) {
    this.bytes = bytes;
    this.buckets = buckets;
  }

  /** The bucket of a hash: the product of both as fractions. */
  static int bucket(long hash, int buckets) {
    return (int) ((hash >>> 32) * buckets >>> 32);
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
    return (long) below << 32 | at & 0xFFFF_FFFFL;
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

  /** Whether marks that lead on allow for a name with this hash that has this number. */
  static boolean isLikely(int marks, long hash, boolean at) {
    return (marks & (at ? atMark(hash) : belowMark(hash))) != 0;
  }

  /** One of the numbers of the name with this hash that is a part of a text; 0 if it has none. */
  int number(long hash, String text, int from, int to, boolean at) {
    long numbers = numbers(hash, text, from, to);
    return at ? at(numbers) : below(numbers);
  }

  private long numbers(long hash, String text, int from, int to) {
    int place = place(bucket(hash, buckets));
    long tag = tag(hash) * Words.ONES;
    int group = place + MARKS;
    long head = read(group);
    long numbers = find(group, head, tag, text, from, to);
    if (numbers != 0 || (head & FOLLOWED) == 0) {
      return numbers;
    }
    group = (int) INT.get(bytes, place + BUCKET - MARKS);
    head = read(group);
    numbers = find(group, head, tag, text, from, to);
    while (numbers == 0 && (head & FOLLOWED) != 0) {
      group = behind(group);
      head = read(group);
      numbers = find(group, head, tag, text, from, to);
    }
    return numbers;
  }

  /** The numbers of the name of a group that has the tag and is a part of a text. */
  private long find(int group, long head, long tag, String text, int from, int to) {
    int count = (int) head & GROUP;
    long same = Words.zeros(head >>> 8 ^ tag) & Words.mask(count);
    if (same == 0) {
      return 0;
    }
    long lengths = read(group + 1 + count);
    for (; same != 0; same &= same - 1) {
      int shift = Long.numberOfTrailingZeros(same) & 0x38;
      if ((lengths >>> shift & 0xff) == to - from) {
        int name = group + 1 + 2 * count + shift + sum(lengths & (1L << shift) - 1);
        if (equals(name + NUMBERS, text, from, to)) {
          return read(name);
        }
      }
    }
    return 0;
  }

  /** Whether the characters at a place are those of a part of a text. */
  private boolean equals(int place, String text, int from, int to) {
    int at = place;
    for (int end = to; end > from; end -= Words.SIZE) {
      if (((read(at) ^ Words.last(text, from, end)) & Words.mask(end - from)) != 0) {
        return false;
      }
      at += Words.SIZE;
    }
    return true;
  }

  private int behind(int group) {
    int count = bytes[group] & GROUP;
    int lengths = group + 1 + count;
    return lengths + count + count * NUMBERS + sum(read(lengths) & Words.mask(count));
  }

  /** The sum of seven bytes. */
  private static int sum(long bytes) {
    long pairs = (bytes & 0xff_00ff_00ff_00ffL) + (bytes >>> 8 & 0xff_00ff_00ff_00ffL);
    return (int) (pairs * 0x01_0001_0001_0001L >>> 48);
  }

  private long read(int place) {
    return (long) LONG.get(bytes, place);
  }

  long bytes() {
    return bytes.length;
  }
}
