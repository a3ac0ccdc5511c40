package io.egressrules.engine.lookup;

import java.util.Arrays;

/** Lays names out in a {@link NameTable}. */
final class NameTableWriter {
  /**
   * How much of all buckets the names would take if all of them fitted, in percent. At 1,000,000
   * names of 19 characters, 85 and 92 make 50.0 and 47.7 bytes a name; the fuller the buckets, the
   * more look-ups go behind them.
   */
  private static final int FILL = 92;

  /** The room in a bucket besides its marks, the count, and the place of a group. */
  private static final int ROOM = NameTable.BUCKET - 2 * Integer.BYTES - 1;

  /** The tag, the length and the numbers of a name. */
  private static final int RECORD = 2 + NameTable.NUMBERS;

  /** The most bytes of an array in the common virtual machines. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private final KeyedHash hash;
  private final NameRecords records;
  private final int buckets;

  private byte[] bytes;
  private int end;
  private Depths depths = Depths.NONE;

  /** A writer of these names. */
  NameTableWriter(KeyedHash hash, NameRecords records) {
    this.hash = hash;
    this.records = records;
    buckets = buckets(records.count() * (long) RECORD + records.characters());
    end = NameTable.place(buckets);
    bytes = new byte[roomyForOthers(end)];
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

  /** A number of bytes that an array can have: those needed, and more if they are wanted. */
  static int roomy(long needed, long wanted) {
    return Math.max(checked(needed), (int) Math.min(wanted, MOST_BYTES));
  }

  /** Writes the table of an index. */
  NameIndex write() {
    int[] bucketOf = new int[records.count()];
    int record = 0;
    for (int name = 0; name < bucketOf.length; name++) {
      long hashed = markAncestors(record);
      records.hash(record, hashed);
      bucketOf[name] = NameTable.bucket(hashed, buckets);
      record = records.next(record);
    }
    writeBuckets(bucketOf);
    byte[] exact = Arrays.copyOf(bytes, checked(end + (long) NameTable.SLACK));
    return new NameIndex(hash, new NameTable(exact, buckets), depths);
  }

  /** Marks the ancestors of a name, and says the hash of the name, which is its last suffix. */
  private long markAncestors(int record) {
    int length = records.length(record);
    long state = KeyedHash.NOTHING;
    long hashed = 0;
    int depth = 0;
    for (int before = 0; before <= length; before += Words.SIZE) {
      long word = records.word(record, before);
      for (long starts = Words.starts(word, length - before); starts != 0; starts &= starts - 1) {
        if (depth++ > 0) {
          mark(NameTable.place(NameTable.bucket(hashed, buckets)), NameTable.path(hashed));
        }
        hashed = hash.end(state, word, starts);
      }
      state = hash.step(state, word);
    }
    depths = depths.with(depth, NameTable.below(records.numbers(record)) != 0);
    return hashed;
  }

  private void mark(int bucket, int marks) {
    NameTable.INT.set(bytes, bucket, (int) NameTable.INT.get(bytes, bucket) | marks);
  }

  private void writeBuckets(int[] bucketOf) {
    int[] ends = new int[buckets];
    int[] sorted = sorted(bucketOf, ends);
    int from = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int to = ends[bucket];
      if (from < to) {
        requireDistinct(sorted, from, to);
        writeBucket(NameTable.place(bucket), sorted, from, to);
      }
      from = to;
    }
  }

  /**
   * Records by bucket, then as they were put; and where those of each bucket end (counting sort).
   */
  private int[] sorted(int[] bucketOf, int[] ends) {
    for (int bucket : bucketOf) {
      ends[bucket]++;
    }
    int before = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int count = ends[bucket];
      ends[bucket] = before;
      before += count;
    }
    int[] sorted = new int[bucketOf.length];
    int record = 0;
    for (int bucket : bucketOf) {
      sorted[ends[bucket]++] = record;
      record = records.next(record);
    }
    return sorted;
  }

  /** Equal names have equal hashes, and so lie in one bucket. */
  private void requireDistinct(int[] sorted, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int j = from; j < i; j++) {
        if (records.haveSameName(sorted[i], sorted[j])) {
          throw new IllegalArgumentException(
              "`" + records.name(sorted[i]) + "` has numbers already; put a name once");
        }
      }
    }
  }

  /** Writes names into their bucket as long as they fit, and the others behind all buckets. */
  private void writeBucket(int place, int[] sorted, int from, int to) {
    for (int i = from; i < to; i++) {
      mark(place, marks(sorted[i]));
    }
    int others = fittingFirst(sorted, from, to);
    writeGroup(place + NameTable.MARKS, sorted, from, others, others < to);
    if (others < to) {
      NameTable.INT.set(bytes, place + NameTable.OTHERS, end);
    }
    int last;
    for (int first = others; first < to; first = last) {
      last = groupEnd(sorted, first, to);
      end = writeGroup(end, sorted, first, last, last < to);
    }
  }

  /** As many names as a group has. */
  private int groupEnd(int[] sorted, int from, int to) {
    int most = Math.min(to, from + NameTable.GROUP);
    int characters = 0;
    for (int i = from; i < most; i++) {
      characters += records.length(sorted[i]);
      if (characters > NameTable.LONGEST_GROUP) {
        return i;
      }
    }
    return most;
  }

  private int marks(int record) {
    long hashed = records.hash(record);
    long numbers = records.numbers(record);
    int at = NameTable.at(numbers) == 0 ? 0 : NameTable.atMark(hashed);
    int below = NameTable.below(numbers) == 0 ? 0 : NameTable.belowMark(hashed);
    return NameTable.path(hashed) | at | below;
  }

  /** Moves the names that fit into their bucket before the others, and says where these begin. */
  private int fittingFirst(int[] sorted, int from, int to) {
    int room = ROOM;
    int fitting = from;
    for (int i = from; i < to && fitting < from + NameTable.GROUP; i++) {
      int record = sorted[i];
      int size = RECORD + records.length(record);
      if (size <= room) {
        room -= size;
        sorted[i] = sorted[fitting];
        sorted[fitting++] = record;
      }
    }
    return fitting;
  }

  /** Writes a group of names and says where it ends. */
  private int writeGroup(int place, int[] sorted, int from, int to, boolean followed) {
    int at = place;
    ensure(at + 1L + (to - from) * (long) (RECORD + NameIndexBuilder.LONGEST));
    bytes[at++] = (byte) (followed ? (to - from) | NameTable.FOLLOWED : to - from);
    for (int i = from; i < to; i++) {
      bytes[at++] = (byte) NameTable.tag(records.hash(sorted[i]));
    }
    for (int i = from; i < to; i++) {
      bytes[at++] = (byte) records.length(sorted[i]);
    }
    for (int i = from; i < to; i++) {
      at = records.copy(sorted[i], bytes, at);
    }
    return at;
  }

  private void ensure(long needed) {
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, roomyForOthers(needed));
    }
  }

  /** The names behind the buckets take about a fifth of the room of these. */
  private static int roomyForOthers(long needed) {
    return roomy(needed, needed + (needed >>> 2));
  }
}
