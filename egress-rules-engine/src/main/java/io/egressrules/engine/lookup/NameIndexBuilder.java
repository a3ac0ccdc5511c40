package io.egressrules.engine.lookup;

import java.util.Arrays;

/**
 * Builds a {@link NameIndex}, in time in proportion to n log n, with 50 bytes of its own for each
 * name besides the index and the names. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class NameIndexBuilder {
  /** The most characters of a name (RFC 1035 section 2.3.4, without the length of the root). */
  static final int LONGEST = 253;

  private static final int LEAST = 16;

  private final KeyedHash hash;
  private String[] names = new String[LEAST];
  private long[] numbers = new long[LEAST];
  private long[] hashes = new long[LEAST];
  private int size;
  private Depths depths = Depths.NONE;

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
   * @throws IllegalArgumentException if the name has others, or more
   */
  public NameIndexBuilder put(String name, int at, int below) {
    check(name);
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    names[size] = name;
    numbers[size] = NameTable.numbers(at, below);
    hashes[size] = hash.of(name, 0, name.length());
    size++;
    int depth = 1;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      depth++;
    }
    depths = depths.with(depth, below != 0);
    return this;
  }

  private static void check(String name) {
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException("a name has at most " + LONGEST + " characters");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c >= 0x7f || (c >= 'A' && c <= 'Z')) {
        throw new IllegalArgumentException(
            "`" + name + "` is not canonical; put names in lower-case ASCII");
      }
    }
  }

  /**
   * The index of the names put so far.
   *
   * @return an immutable index; it finds the same whatever the order of the names
   * @throws IllegalArgumentException if a name was put twice, or if the names need more than 2 GiB
   */
  public NameIndex build() {
    long[] all = Arrays.copyOf(hashes, size);
    return new NameIndex(hash, new NameTableWriter(hash, names, numbers, all).write(), depths);
  }
}
