package io.egressrules.examples.corpus.leak;

import io.egressrules.examples.corpus.Outcome;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table: a figure, and what it must be.
 *
 * @param file the file and the set
 * @param what what the figure says
 * @param value the figure
 * @param limit the least it may be, or the most
 * @param atLeast which of the two
 * @param note what else was counted
 * @param misses the cases behind it that are not as they should be
 */
record Bar(
    String file,
    String what,
    double value,
    double limit,
    boolean atLeast,
    String note,
    List<String> misses)
    implements Outcome {

  static Bar atLeast(String set, String what, double value, double limit, List<String> misses) {
    return new Bar("dlp/" + set, what, value, limit, true, "", misses);
  }

  static Bar atMost(String set, String what, double value, double limit, List<String> misses) {
    return new Bar("dlp/" + set, what, value, limit, false, "", misses);
  }

  Bar note(String text) {
    return new Bar(file, what, value, limit, atLeast, " · " + text, misses);
  }

  @Override
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s: %s %.3f (%s %.3f: %s)%s",
        file,
        what,
        value,
        atLeast ? "at least" : "at most",
        limit,
        holds() ? "holds" : "MISSED",
        note);
  }

  @Override
  public boolean holds() {
    return atLeast ? value >= limit : value <= limit;
  }

  @Override
  public Object details() {
    return misses;
  }
}
