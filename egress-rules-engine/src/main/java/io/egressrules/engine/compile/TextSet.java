package io.egressrules.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Texts in an order that hangs on nothing but the texts, each once.
 *
 * <p>The order is by hash code, then by text: comparing numbers is many times faster than comparing
 * a million texts that lie all over the memory, and nobody reads the order.
 */
final class TextSet {
  private TextSet() {}

  /** The texts of some values. */
  static List<String> of(Collection<?> values) {
    String[] texts = values.stream().map(Object::toString).toArray(String[]::new);
    long[] byHash = new long[texts.length];
    for (int i = 0; i < texts.length; i++) {
      byHash[i] = (long) texts[i].hashCode() << Integer.SIZE | i;
    }
    Arrays.sort(byHash);
    List<String> set = new ArrayList<>(texts.length);
    int from = 0;
    while (from < byHash.length) {
      int to = endOfEqualHashes(byHash, from);
      addEach(texts, byHash, from, to, set);
      from = to;
    }
    return set;
  }

  private static int endOfEqualHashes(long[] byHash, int from) {
    int to = from + 1;
    while (to < byHash.length && byHash[to] >> Integer.SIZE == byHash[from] >> Integer.SIZE) {
      to++;
    }
    return to;
  }

  private static void addEach(String[] texts, long[] byHash, int from, int to, List<String> set) {
    if (to == from + 1) {
      set.add(texts[(int) byHash[from]]);
    } else {
      Arrays.stream(byHash, from, to)
          .mapToObj(key -> texts[(int) key])
          .sorted()
          .distinct()
          .forEach(set::add);
    }
  }
}
