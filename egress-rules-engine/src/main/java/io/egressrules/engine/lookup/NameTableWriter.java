package io.egressrules.engine.lookup;

import java.util.Arrays;

/** Lays names out in a {@link NameTable}. */
final class NameTableWriter {
  /**
   * How much of all buckets the names would take if all of them fitted, in percent. At 1,000,000
   * names, 75, 85, 100 and 130 make 45, 41, 38 and 33 bytes a name, and the fuller the buckets, the
   * more look-ups go behind them.
   */
  private static final int FILL = 85;

  /** The room in a bucket besides its marks, the count, and the place of a group. */
  private static final int ROOM = NameTable.BUCKET - 2 * Integer.BYTES - 1;

  /** The tag, the length and the numbers of a name. */
  private static final int RECORD = 2 + NameTable.NUMBERS;

  /** The most bytes of an array in the common virtual machines. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private final KeyedHash hash;
  private final String[] names;
  private final long[] numbers;
  private final long[] hashes;
  private final int buckets;

  private byte[] bytes;
  private int end;

  /** A writer of as many of the names and of their numbers as there are hashes. */
  NameTableWriter(KeyedHash hash, String[] names, long[] numbers, long[] hashes) {
    this.hash = hash;
    this.names = names;
    this.numbers = numbers;
    this.hashes = hashes;
    buckets = buckets(records());
    end = NameTable.place(buckets);
    bytes = new byte[end];
  }

  private long records() {
    long sum = 0;
    for (int i = 0; i < hashes.length; i++) {
      sum += RECORD + names[i].length();
    }
    return sum;
  }

  private static int buckets(long records) {
    long buckets = 1 + records * 100 / FILL / ROOM;
    checked(NameTable.FIRST + buckets * NameTable.BUCKET);
    return (int) buckets;
  }

  /** A number of bytes that an array can have. */
  static int checked(long bytes) {
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "names need " + bytes + " of at most " + MOST_BYTES + " bytes; divide them");
    }
    return (int) bytes;
  }

  /** Writes the table. */
  NameTable write() {
    for (int i = 0; i < hashes.length; i++) {
      mark(hashes[i], NameTable.path(hashes[i]) | numberMarks(i));
      markAncestors(names[i]);
    }
    int[] order = inOrderOfBuckets();
    int to;
    for (int from = 0; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && bucket(order[to]) == bucket(order[from])) {
        to++;
      }
      requireDistinct(order, from, to);
      writeBucket(order, from, to);
    }
    return new NameTable(Arrays.copyOf(bytes, checked(end + (long) NameTable.SLACK)), buckets);
  }

  private int numberMarks(int name) {
    int at = NameTable.at(numbers[name]) == 0 ? 0 : NameTable.atMark(hashes[name]);
    int below = NameTable.below(numbers[name]) == 0 ? 0 : NameTable.belowMark(hashes[name]);
    return at | below;
  }

  private void markAncestors(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      long ancestor = hash.of(name, dot + 1, name.length());
      mark(ancestor, NameTable.path(ancestor));
    }
  }

  private void mark(long hashed, int marks) {
    int place = NameTable.place(NameTable.bucket(hashed, buckets));
    NameTable.INT.set(bytes, place, (int) NameTable.INT.get(bytes, place) | marks);
  }

  private int bucket(int name) {
    return NameTable.bucket(hashes[name], buckets);
  }

  /** Names by the bits of their hashes that decide the bucket, then as they were put. */
  private int[] inOrderOfBuckets() {
    long[] keys = new long[hashes.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = hashes[i] >>> 32 << 31 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    Arrays.setAll(order, i -> (int) keys[i] & Integer.MAX_VALUE);
    return order;
  }

  /** Equal names have equal hashes, and so lie in one bucket. */
  private void requireDistinct(int[] order, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int j = from; j < i; j++) {
        if (hashes[order[i]] == hashes[order[j]] && names[order[i]].equals(names[order[j]])) {
          throw new IllegalArgumentException(
              "`" + names[order[i]] + "` has numbers already; put a name once");
        }
      }
    }
  }

  /** Writes names into their bucket as long as they fit, and the others behind all buckets. */
  private void writeBucket(int[] order, int from, int to) {
    int place = NameTable.place(bucket(order[from]));
    int others = fittingFirst(order, from, to);
    writeGroup(place + NameTable.MARKS, order, from, others, others < to);
    if (others < to) {
      NameTable.INT.set(bytes, place + NameTable.OTHERS, end);
    }
    for (int first = others; first < to; first += NameTable.GROUP) {
      int last = Math.min(to, first + NameTable.GROUP);
      end = writeGroup(end, order, first, last, last < to);
    }
  }

  /** Moves the names that fit into their bucket before the others, and says where these begin. */
  private int fittingFirst(int[] order, int from, int to) {
    int room = ROOM;
    int fitting = from;
    for (int i = from; i < to && fitting < from + NameTable.GROUP; i++) {
      int name = order[i];
      int record = RECORD + names[name].length();
      if (record <= room) {
        room -= record;
        order[i] = order[fitting];
        order[fitting++] = name;
      }
    }
    return fitting;
  }

  /** Writes a group of names and says where it ends. */
  private int writeGroup(int place, int[] order, int from, int to, boolean followed) {
    int at = place;
    ensure(at + 1L + (to - from) * (long) (RECORD + NameIndexBuilder.LONGEST));
    bytes[at++] = (byte) (followed ? (to - from) | NameTable.FOLLOWED : to - from);
    for (int i = from; i < to; i++) {
      bytes[at++] = (byte) NameTable.tag(hashes[order[i]]);
    }
    for (int i = from; i < to; i++) {
      bytes[at++] = (byte) names[order[i]].length();
    }
    for (int i = from; i < to; i++) {
      NameTable.LONG.set(bytes, at, numbers[order[i]]);
      at += NameTable.NUMBERS;
      String name = names[order[i]];
      for (int c = name.length() - 1; c >= 0; c--) {
        bytes[at++] = (byte) name.charAt(c);
      }
    }
    return at;
  }

  private void ensure(long needed) {
    if (needed > bytes.length) {
      long roomy = Math.min(needed + (needed >>> 3), MOST_BYTES);
      bytes = Arrays.copyOf(bytes, checked(Math.max(needed, roomy)));
    }
  }
}
