package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Patterns in RE2 syntax, compiled to be searched for together. Immutable; safe for use by several
 * threads.
 */
public final class PatternSet {
  private final List<Search> searches;
  private final TriggerTable table;
  private final int lag;
  private final int[] far;

  private PatternSet(List<Search> searches, TriggerTable table) {
    this.searches = List.copyOf(searches);
    this.table = table;
    lag = searches.stream().mapToInt(Search::lag).max().orElse(0);
    far = searches.stream().filter(Search::isFar).mapToInt(Search::pattern).toArray();
  }

  /**
   * Compiles patterns.
   *
   * @param patterns patterns in the syntax of RE2; none may match the empty text
   * @return the set
   * @throws IllegalArgumentException if a pattern cannot be read or is too big, or if there are too
   *     many; the message says which pattern, where in it, and what to write instead
   */
  public static PatternSet compile(List<String> patterns) {
    UnicodeSets unicode = new UnicodeSets();
    List<Syntax> trees = each(patterns, i -> PatternReader.read(patterns.get(i), unicode));
    TextModel model = new TextModel();
    for (PathLimit limit : PathLimit.ALL) {
      List<GraphBuilder> built = each(patterns, i -> GraphBuilder.of(trees.get(i), model, limit));
      List<Lookout> all = each(patterns, i -> Lookout.of(i, built.get(i), model));
      TriggerTable table =
          TriggerTable.of(all.stream().flatMap(l -> l.triggers().stream()).toList(), model);
      if (table != null) {
        return new PatternSet(
            each(patterns, i -> Search.of(patterns.get(i), built.get(i).graph(), all.get(i))),
            table);
      }
    }
    throw new IllegalArgumentException(
        patterns.size() + " patterns are too many for one set; make two of them");
  }

  private static <T> List<T> each(List<String> patterns, IntFunction<T> step) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      try {
        all.add(step.apply(i));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("pattern " + i + ", " + e.getMessage(), e);
      }
    }
    return all;
  }

  /**
   * How many patterns there are.
   *
   * @return a number
   */
  public int size() {
    return searches.size();
  }

  /**
   * Begins to search a text.
   *
   * @param sink receives what is found
   * @return the search
   */
  public Scan scan(HitSink sink) {
    return new Scan(this, sink);
  }

  Search search(int pattern) {
    return searches.get(pattern);
  }

  TriggerTable table() {
    return table;
  }

  /** How many of the last bytes may belong to a match that no trigger has told of yet. */
  int lag() {
    return lag;
  }

  /** The patterns that {@link #lag} does not speak for. */
  int[] far() {
    return far;
  }
}
