package io.egressrules.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lists an entry is in, as one number: entries of the same lists have the same number, and so
 * the same rules.
 *
 * <p>A list counts once however many rules refer to it. A number stands for a list and the number
 * of the lists before it, so nothing is copied while entries are added.
 *
 * @param <E> the kind of entry
 */
final class Memberships<E> {
  /** The number of an entry that is in no list. */
  static final int NONE = 0;

  private static final int[] NO_RULES = {};

  private final IdentityHashMap<List<E>, Integer> listNumbers = new IdentityHashMap<>();
  private final List<List<E>> lists = new ArrayList<>();
  private final List<int[]> rulesByList = new ArrayList<>();

  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<Integer> before = new ArrayList<>(List.of(NONE));
  private final List<int[]> rulesByNumber = new ArrayList<>(List.of(NO_RULES));

  /** A rule, given by its order, refers to a list. */
  void refer(List<E> list, int order) {
    Integer number = listNumbers.putIfAbsent(list, lists.size());
    if (number == null) {
      lists.add(list);
      rulesByList.add(new int[] {order});
    } else {
      int[] rules = rulesByList.get(number);
      int[] more = Arrays.copyOf(rules, rules.length + 1);
      more[rules.length] = order;
      rulesByList.set(number, more);
    }
  }

  /** All lists that rules refer to; the place of each is its number. */
  List<List<E>> lists() {
    return lists;
  }

  /** The number of an entry that is in one list more. */
  int with(int number, int list) {
    return numbers.computeIfAbsent(
        (long) number << 32 | list,
        fresh -> {
          before.add(number);
          rulesByNumber.add(rulesByList.get(list));
          return before.size() - 1;
        });
  }

  /** The orders of the rules whose lists have the entries of a number; ascending, each once. */
  int[] rules(int number) {
    List<int[]> all = new ArrayList<>();
    for (int next = number; next != NONE; next = before.get(next)) {
      all.add(rulesByNumber.get(next));
    }
    return all.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
  }
}
