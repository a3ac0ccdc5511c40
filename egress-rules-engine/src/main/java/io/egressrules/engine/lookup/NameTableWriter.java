package io.egressrules.engine.lookup;

import java.util.Arrays;

/** Lays names out in a {@link NameTable}. */
final class NameTableWriter {
  /** How much of all buckets the names would fill if all of them fitted, in percent. */
  private static final int FILL = Integer.getInteger("fill", 75);

  /** What a bucket can hold at least besides its marks, the count, and the place of a group. */
  private static final int ROOM = NameTable.BUCKET - 2 * NameTable.MARKS - 1;

  /** The tag, the length and the numbers of a name. */
  private static final int RECORD = 2 + NameTable.NUMBERS;

  /** The most bytes of an array of the common virtual machines. */
  private static final long LIMIT = Integer.MAX_VALUE - 8L;

  private final String[] names;
  private final long[] numbers;
  private final long[] hashes;
  private final int buckets;

  private byte[] bytes;
  private int end;

  NameTableWriter(String[] names, long[] numbers, long[] hashes) {
    this.names = names;
    this.numbers = numbers;
    this.hashes = hashes;
    long records = 0;
    for (int i = 0; i < hashes.length; i++) {
      records += RECORD + names[i].length();
    }
    buckets = (int) Math.min(records * 100 / FILL / ROOM + 1, LIMIT / NameTable.BUCKET);
    end = NameTable.place(buckets);
    bytes = new byte[end + NameTable.SLACK];
  }

  /** The table of the names. */
  NameTable write(KeyedHash hash) {
    for (int i = 0; i < hashes.length; i++) {
      String name = names[i];
      int marks = NameTable.path(hashes[i]);
      if (NameTable.at(numbers[i]) != 0) marks |= NameTable.atMark(hashes[i]);
      if (NameTable.below(numbers[i]) != 0) marks |= NameTable.belowMark(hashes[i]);
      mark(hashes[i], marks);
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        long ancestor = hash.of(name, dot + 1, name.length());
        mark(ancestor, NameTable.path(ancestor));
      }
    }
    long[] order = inOrderOfBuckets();
    int from = 0;
    while (from < order.length) {
      int bucket = NameTable.bucket(hashes[index(order[from])], buckets);
      int to = from + 1;
      while (to < order.length && NameTable.bucket(hashes[index(order[to])], buckets) == bucket) {
        to++;
      }
      int[] members = new int[to - from];
      for (int i = 0; i < members.length; i++) {
        members[i] = index(order[from + i]);
      }
      bucket(NameTable.place(bucket), members);
      from = to;
    }
    return new NameTable(Arrays.copyOf(bytes, end + NameTable.SLACK), buckets);
  }

  private void mark(long hash, int marks) {
    int place = NameTable.place(NameTable.bucket(hash, buckets));
    NameTable.INT.set(bytes, place, (int) NameTable.INT.get(bytes, place) | marks);
  }

  /** Names by the bits of their hashes that decide their bucket, then as they were put. */
  private long[] inOrderOfBuckets() {
    long[] order = new long[hashes.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = hashes[i] >>> 32 << 31 | i;
    }
    Arrays.sort(order);
    return order;
  }

  private static int index(long ordered) {
    return (int) ordered & Integer.MAX_VALUE;
  }

  private void bucket(int place, int[] members) {
    int fitting = 0;
    int room = ROOM;
    for (int i = 0; i < members.length && fitting < NameTable.GROUP; i++) {
      int needed = RECORD + names[members[i]].length();
      if (needed <= room) {
        room -= needed;
        int member = members[i];
        members[i] = members[fitting];
        members[fitting++] = member;
      }
    }
    boolean followed = fitting < members.length;
    int after = end;
    end = place + NameTable.MARKS;
    group(members, 0, fitting, followed);
    end = after;
    if (followed) {
      NameTable.INT.set(bytes, place + NameTable.BUCKET - NameTable.MARKS, end);
    }
    for (int from = fitting; from < members.length; from += NameTable.GROUP) {
      int to = Math.min(members.length, from + NameTable.GROUP);
      grow(3000);
      group(members, from, to, to < members.length);
    }
  }

  private void grow(int more) {
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 8 + more);
    }
  }

  private void group(int[] members, int from, int to, boolean followed) {
    bytes[end++] = (byte) (followed ? to - from | NameTable.FOLLOWED : to - from);
    for (int i = from; i < to; i++) {
      bytes[end++] = (byte) NameTable.tag(hashes[members[i]]);
    }
    for (int i = from; i < to; i++) {
      bytes[end++] = (byte) names[members[i]].length();
    }
    for (int i = from; i < to; i++) {
      NameTable.LONG.set(bytes, end, numbers[members[i]]);
      end += NameTable.NUMBERS;
      String name = names[members[i]];
      for (int c = name.length() - 1; c >= 0; c--) {
        bytes[end++] = (byte) name.charAt(c);
      }
    }
  }
}
