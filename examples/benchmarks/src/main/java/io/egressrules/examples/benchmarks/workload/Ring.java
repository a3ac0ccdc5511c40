package io.egressrules.examples.benchmarks.workload;

import java.util.List;

/**
 * Questions asked one after another, each after the answer to the one before: the place of the next
 * is computed from the last answer, so that the processor cannot begin it early.
 *
 * <p>The questions lie in memory in the order of asking. Reading them is what hardware prefetches
 * best; what misses the caches is the structure that is asked.
 *
 * @param <K> what is asked
 */
public final class Ring<K> {
  private final K[] keys;
  private int cursor;
  private int answer;

  /** Not final and never written: the compiler does not know that it is 0. */
  private int zero;

  /**
   * A ring.
   *
   * @param keys the questions, in the order of asking; a power of two of them
   */
  public Ring(List<? extends K> keys) {
    if (Integer.bitCount(keys.size()) != 1) {
      throw new IllegalArgumentException("a ring has a power of two of keys");
    }
    @SuppressWarnings("unchecked") // Only keys are ever put into it and it is never handed out.
    K[] copy = (K[]) keys.toArray();
    this.keys = copy;
  }

  /**
   * The next question.
   *
   * @return a key
   */
  public K next() {
    cursor = (cursor + 1 + (answer & zero)) & (keys.length - 1);
    return keys[cursor];
  }

  /**
   * Notes what the answer was.
   *
   * @param value the answer as a number
   * @return the same number
   */
  public int answered(int value) {
    answer = value;
    return value;
  }

  /**
   * Notes what the answer was.
   *
   * @param value the answer
   * @return the same answer
   */
  public boolean answered(boolean value) {
    answer = value ? 1 : 0;
    return value;
  }
}
