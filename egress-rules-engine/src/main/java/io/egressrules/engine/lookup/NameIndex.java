package io.egressrules.engine.lookup;

import io.egressrules.net.NameWords;

/**
 * Two numbers for every name: one for the name itself, one for all names below it.
 *
 * <p>A look-up reads the words of a host, which begin at its end, hashing as it goes. At a dot the
 * hash says in which bucket of the table the labels behind it are, and a few bits of the bucket
 * whether they lead on, to a name or to names below, and whether a name with a number for names
 * below is likely there. Of the dots of a word, the one with the most labels behind it is asked
 * first: where a name with a number is likely there, the others do not matter. Behind a word with
 * labels that lead nowhere the walk stops; where no name has that many labels and such a number, it
 * does not ask. The walk compares nothing, so that the processor fetches the buckets of all labels
 * at once. Then the host itself is compared, if it is likely there, and else the deepest likely
 * name above it, word by word: a hash never decides anything.
 *
 * <p>An index is immutable and safe for use by several threads. A look-up allocates nothing, takes
 * time in proportion to the part of the host that leads on, and touches one cache line for each of
 * its labels. Where a likely name turns out to be none, the labels above it are walked once more,
 * and every likely name is compared; so the bound is {@link #mostSteps()}, whatever the host.
 *
 * @since 0.1
 */
public final class NameIndex {
  private final KeyedHash hash;
  private final NameTable table;
  private final Depths depths;

  NameIndex(KeyedHash hash, NameTable table, Depths depths) {
    this.hash = hash;
    this.table = table;
    this.depths = depths;
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
   * @param host lower-case labels and dots, without a dot at the end; what is no such name finds at
   *     most what is stored above its last labels
   * @return the number at the host; else the number below the closest name above it that has one;
   *     else 0
   */
  public int find(NameWords host) {
    int length = host.length();
    int likely = 0;
    int likelySize = 0;
    long likelyHash = 0;
    long state = KeyedHash.NOTHING;
    int level = 0;
    boolean leadsOn = true;
    for (int behind = 0; leadsOn && level < depths.deepest(); behind += Words.SIZE) {
      long word = host.word(behind);
      long dots = Words.dots(word);
      for (long left = dots; left != 0; left ^= Long.highestOneBit(left)) {
        int labels = level + Long.bitCount(left);
        if (depths.isAsked(labels)) {
          long start = Long.highestOneBit(left);
          long hashed = hash.end(state, word, start);
          int marks = table.marks(hashed);
          if (!NameTable.leadsOn(marks, hashed)) {
            leadsOn = false;
          } else if (NameTable.isLikelyBelow(marks, hashed)) {
            likely = labels;
            likelySize = behind + Words.first(start);
            likelyHash = hashed;
            break;
          }
        }
      }
      level += Long.bitCount(dots);
      if (leadsOn && length - behind < Words.SIZE) {
        int number = at(hash.end(state, word, Words.starts(0, length - behind)), host);
        if (number != 0) {
          return number;
        }
        break;
      }
      state = hash.step(state, word);
    }
    if (likely == 0) {
      return 0;
    }
    int number = table.number(likelyHash, host, likelySize, false);
    return number == 0 ? closest(host, likely - 1) : number;
  }

  /** The number at the host with this hash, or 0. */
  private int at(long hashed, NameWords host) {
    int marks = table.marks(hashed);
    return NameTable.leadsOn(marks, hashed) && NameTable.isLikelyAt(marks, hashed)
        ? table.number(hashed, host, host.length(), true)
        : 0;
  }

  /**
   * The number below the closest name above a host, comparing every name that is likely.
   *
   * @param levels how many labels the name has at most, fewer than the host
   */
  private int closest(NameWords host, int levels) {
    int found = 0;
    long state = KeyedHash.NOTHING;
    int behind = 0;
    int length = host.length();
    long word = host.word(0);
    long starts = Words.starts(word, length);
    for (int level = 1; level <= levels; level++) {
      while (starts == 0) {
        state = hash.step(state, word);
        behind += Words.SIZE;
        word = host.word(behind);
        starts = Words.starts(word, length - behind);
      }
      long hashed = hash.end(state, word, starts);
      if (NameTable.isLikelyBelow(table.marks(hashed), hashed)) {
        int number = table.number(hashed, host, behind + Words.first(starts), false);
        found = number == 0 ? found : number;
      }
      starts &= starts - 1;
    }
    return found;
  }

  /**
   * The most labels that a look-up goes through.
   *
   * @return the number of labels of the deepest name, 0 if there are no names
   */
  public int deepest() {
    return depths.deepest();
  }

  /**
   * The most steps of a look-up: labels hashed, and names compared.
   *
   * @return 1 for the host itself, and for each label that may lead on one in the walk and two in
   *     that which compares
   */
  public int mostSteps() {
    return 1 + 3 * depths.deepest();
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
