package io.egressrules.engine.saved;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things that several rules share, numbered from 1 in the order in which they come; 0 is none of
 * them.
 *
 * @param <T> the kind of thing
 */
final class Numbered<T> {
  private final IdentityHashMap<T, Integer> numbers = new IdentityHashMap<>();
  private final List<T> all = new ArrayList<>();

  int number(@Nullable T thing) {
    return thing == null ? 0 : numbers.computeIfAbsent(thing, this::add);
  }

  private int add(T thing) {
    all.add(thing);
    return all.size();
  }

  List<T> all() {
    return all;
  }
}
