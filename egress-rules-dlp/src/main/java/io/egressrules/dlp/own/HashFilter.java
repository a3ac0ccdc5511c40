package io.egressrules.dlp.own;

/**
 * A Bloom filter whose bits for a hash lie in one word (Putze, Sanders, Singler 2007): one memory
 * access tells that a hash is not in a set. 16 bits and 4 marks for each hash let fewer than one in
 * a hundred others through. Immutable once it is filled; safe for use by several threads then.
 */
final class HashFilter {
  private static final int HASHES_IN_WORD = 4;

  private final long[] words;

  private HashFilter(int hashes) {
    words = new long[hashes / HASHES_IN_WORD + 1];
  }

  static HashFilter of(long[] hashes) {
    HashFilter filter = new HashFilter(hashes.length);
    for (long hash : hashes) {
      filter.words[filter.word(hash)] |= marks(hash);
    }
    return filter;
  }

  /** False if the hash is not in the set; true if it is, and for one in a hundred others. */
  boolean mayHold(long hash) {
    long marks = marks(hash);
    return (words[word(hash)] & marks) == marks;
  }

  /** The upper half of the hash picks the word, the lower half the marks in it. */
  private int word(long hash) {
    return (int) (((hash >>> 32) * words.length) >>> 32);
  }

  private static long marks(long hash) {
    return (1L << hash) | (1L << (hash >>> 6)) | (1L << (hash >>> 12)) | (1L << (hash >>> 18));
  }
}
