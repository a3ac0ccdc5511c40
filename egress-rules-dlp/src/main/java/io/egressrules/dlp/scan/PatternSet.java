package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns in RE2 syntax, compiled to be searched for together. Immutable; safe for use by several
 * threads.
 */
public final class PatternSet {
  /** How long the paths are that patterns are noticed by: shorter, if the table gets too big. */
  private static final int[] LONGEST_PATHS = {10, 6, 4, 2, 1};

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
    TextModel model = new TextModel();
    for (int longestPath : LONGEST_PATHS) {
      PatternSet set = compile(patterns, unicode, model, longestPath);
      if (set != null) {
        return set;
      }
    }
    throw new IllegalArgumentException(
        patterns.size() + " patterns are too many for one set; make two of them");
  }

  private static @Nullable PatternSet compile(
      List<String> patterns, UnicodeSets unicode, TextModel model, int longestPath) {
    List<Search> searches = new ArrayList<>();
    List<Trigger> triggers = new ArrayList<>();
    for (String pattern : patterns) {
      int index = searches.size();
      try {
        searches.add(Search.of(index, pattern, unicode, model, longestPath));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("pattern " + index + ", " + e.getMessage(), e);
      }
      triggers.addAll(searches.get(index).triggers());
    }
    TriggerTable table = TriggerTable.of(triggers, model);
    return table == null ? null : new PatternSet(searches, table);
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
