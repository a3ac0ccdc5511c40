package io.egressrules.engine.lookup;

import java.util.Objects;

/**
 * Builds a {@link NameIndex}, in time in proportion to the length of all names, with at most 40
 * bytes of its own for each name, two for each of its characters, and room for the index twice. Not
 * safe for use by several threads.
 *
 * @since 0.1
 */
public final class NameIndexBuilder {
  /** The most characters of a name (RFC 1035 section 2.3.4, without the length of the root). */
  static final int LONGEST = 253;

  private final KeyedHash hash;
  private final NameRecords records = new NameRecords();

  NameIndexBuilder(KeyedHash hash) {
    this.hash = hash;
  }

  /**
   * Gives numbers to a name.
   *
   * @param name a canonical name: at most 253 visible ASCII characters, no capital letters
   * @param at the number of the name itself, or 0 for none
   * @param below the number of all names below it, or 0 for none
   * @return this builder
   * @throws IllegalArgumentException if the name has others, or more; or if the names need more
   *     than 2 GiB
   */
  public NameIndexBuilder put(String name, int at, int below) {
    byte[] ascii = new byte[name.length()];
    for (int i = 0; i < ascii.length; i++) {
      char c = name.charAt(i);
      ascii[i] = c < 0x80 ? (byte) c : 0;
    }
    return put(ascii, 0, ascii.length, at, below);
  }

  /**
   * Gives numbers to a name that is a part of an array.
   *
   * @param ascii contains a name, as in {@link #put(String, int, int)}
   * @param from where the name begins
   * @param to where it ends: the place behind its last character
   * @param at the number of the name itself, or 0 for none
   * @param below the number of all names below it, or 0 for none
   * @return this builder
   * @throws IllegalArgumentException as {@link #put(String, int, int)} does
   * @throws IndexOutOfBoundsException if the places are not in the array or not in this order
   */
  public NameIndexBuilder put(byte[] ascii, int from, int to, int at, int below) {
    Objects.checkFromToIndex(from, to, ascii.length);
    if (to - from > LONGEST) {
      throw new IllegalArgumentException("a name has at most " + LONGEST + " characters");
    }
    records.add(ascii, from, to, NameTable.numbers(at, below));
    return this;
  }

  /**
   * The index of the names put so far.
   *
   * @return an immutable index; it finds the same whatever the order of the names
   * @throws IllegalArgumentException if a name was put twice, or if the names need more than 2 GiB
   */
  public NameIndex build() {
    return new NameTableWriter(hash, records).write();
  }
}
