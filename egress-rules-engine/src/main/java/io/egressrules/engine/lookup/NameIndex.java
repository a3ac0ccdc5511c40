package io.egressrules.engine.lookup;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Two numbers for every name: one for the name itself, one for all names below it.
 *
 * <p>A look-up reads a host from the right in words of seven characters, hashing as it goes. At
 * each dot the hash says in which bucket of the table the labels read so far are, and a few bits of
 * the bucket whether they lead on, to a name or to names below, and whether a name with a number is
 * likely there. At the first label that leads nowhere the walk stops. It compares nothing, so that
 * the processor fetches the buckets of all labels at once. Then the deepest likely name is
 * compared, character by character: a hash never decides anything.
 *
 * <p>An index is immutable and safe for use by several threads. A look-up allocates nothing, takes
 * time in proportion to the part of the host that leads on, and touches one cache line for each of
 * its labels. Where a likely name turns out to be none, or to have no number, the labels above it
 * are walked again; so the bound is the square of {@link #deepest()}, whatever the host.
 *
 * @since 0.1
 */
public final class NameIndex {
  private final KeyedHash hash;
  private final NameTable table;
  private final int deepest;

  NameIndex(KeyedHash hash, NameTable table, int deepest) {
    this.hash = hash;
    this.table = table;
    this.deepest = deepest;
  }

  /**
   * A builder of an index.
   *
   * @param seed keys the hash; a secret of the process, so that nobody can make names that collide
   * @return a new builder
   */
  public static NameIndexBuilder builder(long seed) {
    return new NameIndexBuilder(KeyedHash.of(seed));
  }

  /**
   * Looks a host up.
   *
   * @param host labels and dots, without a dot at the end; A to Z are read as a to z, and what is
   *     no host name finds at most what is stored above its last labels
   * @return the number at the host; else the number below the closest name above it that has one;
   *     else 0
   */
  public int find(String host) {
    return find(host, 0, host.length());
  }

  /**
   * Looks a host up that is a part of a text.
   *
   * @param text contains a host, as in {@link #find(String)}
   * @param from where the host begins
   * @param to where it ends: the place behind its last character
   * @return the number at the host; else the number below the closest name above it that has one;
   *     else 0
   * @throws IndexOutOfBoundsException if the places are not in the text or not in this order
   */
  public int find(String text, int from, int to) {
    Objects.checkFromToIndex(from, to, text.length());
    return find(text, from, to, deepest);
  }

  /**
   * Looks a host up of which no more than so many labels count. It is the deepest of the likely
   * names that is compared; where that one has no number, those above it are asked again.
   */
  private int find(String text, int from, int to, int levels) {
    int level = 0;
    int likely = 0;
    int likelyStart = to;
    long likelyHash = 0;
    long state = KeyedHash.NOTHING;
    int end = to;
    long word = Words.last(text, from, end);
    long starts = Words.starts(word, end - from);
    while (level < levels) {
      while (starts == 0) {
        state = hash.step(state, word);
        end -= Words.SIZE;
        word = Words.last(text, from, end);
        starts = Words.starts(word, end - from);
      }
      long hashed = hash.end(state, word, starts);
      int marks = table.marks(hashed);
      if (!NameTable.leadsOn(marks, hashed)) {
        break;
      }
      level++;
      int start = end - Words.first(starts);
      if (NameTable.isLikely(marks, hashed, start == from)) {
        likely = level;
        likelyStart = start;
        likelyHash = hashed;
      }
      if (start == from) {
        break;
      }
      starts &= starts - 1;
    }
    if (likely == 0) {
      return 0;
    }
    int number = table.number(likelyHash, text, likelyStart, to, likelyStart == from);
    return number == 0 ? find(text, from, to, likely - 1) : number;
  }

  /**
   * Takes the names of an index.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes one name.
     *
     * @param name the name as it was put
     * @param at the number of the name itself, or 0 for none
     * @param below the number of all names below it, or 0 for none
     */
    void visit(String name, int at, int below);
  }

  /**
   * Shows all names in the order of {@link String#compareTo}, whatever the seed, and in time and
   * space in proportion to sorting them.
   *
   * @param visitor is called once for each name
   */
  public void forEach(Visitor visitor) {
    List<String> names = table.names();
    Collections.sort(names);
    for (String name : names) {
      int length = name.length();
      long hashed = hash.of(name, 0, length);
      visitor.visit(
          name,
          table.number(hashed, name, 0, length, true),
          table.number(hashed, name, 0, length, false));
    }
  }

  /**
   * The most labels that a look-up goes through.
   *
   * @return the number of labels of the deepest name, 0 if there are no names
   */
  public int deepest() {
    return deepest;
  }

  /**
   * The footprint.
   *
   * @return bytes, without the headers of objects
   */
  public long bytes() {
    return table.bytes();
  }
}
