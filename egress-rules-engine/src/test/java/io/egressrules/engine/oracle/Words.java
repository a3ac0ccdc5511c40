package io.egressrules.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Entries by key, as a policy file has them: what rules, groups and requests are made of here.
 *
 * @param entries never empty lists, by key
 */
record Words(SortedMap<String, List<String>> entries) {
  static final Words NONE = new Words(new TreeMap<>());

  /** Reads {@code key: value, value; key: value}. */
  static Words parse(String text) {
    Words words = NONE;
    for (String entry : text.isEmpty() ? new String[0] : text.split("; ")) {
      int colon = entry.indexOf(": ");
      words = words.with(entry.substring(0, colon), entry.substring(colon + 2).split(", "));
    }
    return words;
  }

  /** These words, and one more key in place of what it had. */
  Words with(String key, List<String> values) {
    SortedMap<String, List<String>> changed = new TreeMap<>(entries);
    changed.put(key, List.copyOf(values));
    return new Words(changed);
  }

  Words with(String key, String... values) {
    return with(key, List.of(values));
  }

  Words without(String key) {
    SortedMap<String, List<String>> changed = new TreeMap<>(entries);
    changed.remove(key);
    return new Words(changed);
  }

  /** These words, with the entries of each key changed. */
  Words each(BiFunction<String, List<String>, List<String>> change) {
    Words changed = NONE;
    for (Map.Entry<String, List<String>> entry : entries.entrySet()) {
      changed = changed.with(entry.getKey(), change.apply(entry.getKey(), entry.getValue()));
    }
    return changed;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  List<String> get(String key) {
    return entries.getOrDefault(key, List.of());
  }

  String[] array(String key) {
    return get(key).toArray(String[]::new);
  }

  String first(String key) {
    return entries.get(key).get(0);
  }

  /** All words with one key less, or a part of the entries of one key. */
  Stream<Words> smaller() {
    Stream<Words> fewerKeys = entries.keySet().stream().map(this::without);
    Stream<Words> fewerEntries =
        entries.entrySet().stream()
            .flatMap(
                entry ->
                    smaller(entry.getValue())
                        .filter(fewer -> !fewer.isEmpty())
                        .map(fewer -> with(entry.getKey(), fewer)));
    return Stream.concat(fewerKeys, fewerEntries);
  }

  /** A list without one of its halves, quarters and so on down to single elements. */
  static <E> Stream<List<E>> smaller(List<E> list) {
    return IntStream.iterate(list.size(), size -> size > 1, size -> (size + 1) / 2)
        .map(size -> (size + 1) / 2)
        .boxed()
        .flatMap(
            size ->
                IntStream.iterate(0, from -> from < list.size(), from -> from + size)
                    .mapToObj(from -> without(list, from, Math.min(list.size(), from + size))));
  }

  private static <E> List<E> without(List<E> list, int from, int to) {
    List<E> rest = new ArrayList<>(list.subList(0, from));
    rest.addAll(list.subList(to, list.size()));
    return rest;
  }

  @Override
  public String toString() {
    return entries.entrySet().stream().map(Words::text).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String text(Map.Entry<String, List<String>> entry) {
    return entry.getKey() + ": " + entry.getValue();
  }
}
