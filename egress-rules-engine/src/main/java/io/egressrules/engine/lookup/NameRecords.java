package io.egressrules.engine.lookup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names and their numbers, one behind the other in an array of bytes, each a record that is copied
 * into a {@link NameTable} as it is. Who reads them goes from one record to the next.
 *
 * <pre>
 *   4 bytes        the lower half of the hash, once it is known
 *   1 byte         the length
 *   8 bytes        the number at the name, the number below it
 *   length bytes   the characters, the last one first
 * </pre>
 */
final class NameRecords {
  private static final int LENGTH = Integer.BYTES;
  private static final int NUMBERS = LENGTH + 1;
  private static final int CHARACTERS = NUMBERS + NameTable.NUMBERS;
  private static final int LEAST = 1 << 10;

  private byte[] bytes = new byte[LEAST];
  private int end;
  private int count;
  private long characters;

  /** Adds a record, of no more characters than a byte counts. */
  void add(byte[] ascii, int from, int to, long numbers) {
    int length = to - from;
    ensure(end + (long) CHARACTERS + length + NameTable.SLACK);
    bytes[end + LENGTH] = (byte) length;
    NameTable.LONG.set(bytes, end + NUMBERS, numbers);
    int place = end + CHARACTERS;
    for (int behind = to; behind > from; behind -= Words.SIZE) {
      long word = Words.last(ascii, from, behind);
      if (!Words.isCanonical(word, behind - from)) {
        String name = new String(ascii, from, length, StandardCharsets.ISO_8859_1);
        throw new IllegalArgumentException(
            "`" + name + "` is not canonical; put names in lower-case ASCII");
      }
      NameTable.LONG.set(bytes, place, word);
      place += Words.SIZE;
    }
    end = next(end);
    count++;
    characters += length;
  }

  private void ensure(long needed) {
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, NameTableWriter.roomy(needed, 2 * needed));
    }
  }

  /** How many records there are. */
  int count() {
    return count;
  }

  /** The characters of all names. */
  long characters() {
    return characters;
  }

  /** The place behind a record. */
  int next(int record) {
    return record + CHARACTERS + length(record);
  }

  /** The characters of a name. */
  int length(int record) {
    return bytes[record + LENGTH] & 0xff;
  }

  /** The numbers of a name. */
  long numbers(int record) {
    return (long) NameTable.LONG.get(bytes, record + NUMBERS);
  }

  /** Up to seven characters of a name, without so many at its end; as {@link Words#last}. */
  long word(int record, int before) {
    long read = (long) NameTable.LONG.get(bytes, record + CHARACTERS + before);
    return read & Words.mask(length(record) - before);
  }

  /** The bits of the hash of a name that do not decide its bucket. */
  long hash(int record) {
    return (int) NameTable.INT.get(bytes, record);
  }

  /** Keeps these bits. */
  void hash(int record, long hash) {
    NameTable.INT.set(bytes, record, (int) hash);
  }

  /** Whether two records are about the same name; both have their hashes. */
  boolean haveSameName(int record, int other) {
    return hash(record) == hash(other)
        && Arrays.equals(
            bytes, record + CHARACTERS, next(record), bytes, other + CHARACTERS, next(other));
  }

  /** Copies numbers and characters, and says where the copy ends. */
  int copy(int record, byte[] to, int place) {
    int size = NameTable.NUMBERS + length(record);
    System.arraycopy(bytes, record + NUMBERS, to, place, size);
    return place + size;
  }

  /** The name of a record. */
  String name(int record) {
    String reversed =
        new String(bytes, record + CHARACTERS, length(record), StandardCharsets.US_ASCII);
    return new StringBuilder(reversed).reverse().toString();
  }
}
