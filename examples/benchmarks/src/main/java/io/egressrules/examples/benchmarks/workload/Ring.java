package io.egressrules.examples.benchmarks.workload;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Questions asked one after another, each after the answer to the one before: the place of the next
 * is computed from the last answer, so that the processor cannot begin it early.
 *
 * <p>Many questions lie in memory in the order of asking. Reading them is what hardware prefetches
 * best; what misses the caches is the structure that is asked. A few questions are asked in an
 * order that is too long for branch predictors to learn by heart.
 *
 * @param <K> what is asked
 */
public final class Ring<K> {
  private static final int SHORTEST = 1 << 16;

  private final K[] keys;
  private int cursor;
  private int answer;

  /** Not final and never written: the compiler does not know that it is 0. */
  private int zero;

  /**
   * A ring.
   *
   * @param keys the questions; asked in this order when they are many, else in a random one
   */
  public Ring(List<? extends K> keys) {
    int length = Math.max(SHORTEST, Integer.highestOneBit(keys.size()));
    SplittableRandom random = new SplittableRandom(length);
    @SuppressWarnings("unchecked") // Only keys are ever put into it and it is never handed out.
    K[] order = (K[]) new Object[length];
    for (int i = 0; i < length; i++) {
      order[i] = keys.get(keys.size() < length ? random.nextInt(keys.size()) : i);
    }
    this.keys = order;
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
