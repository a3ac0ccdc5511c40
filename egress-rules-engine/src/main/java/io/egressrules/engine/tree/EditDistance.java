package io.egressrules.engine.tree;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How many insertions, deletions and replacements of a character lie between two texts (Levenshtein
 * 1966).
 */
public final class EditDistance {
  private EditDistance() {}

  /**
   * The candidate that is most like a text, for questions such as "did you mean".
   *
   * @param text what was written
   * @param candidates what may have been meant
   * @return the first of the most like ones, or null when none is within a third of the text's
   *     length
   */
  public static @Nullable String nearest(String text, Collection<String> candidates) {
    int limit = Math.max(1, text.length() / 3);
    String nearest = null;
    for (String candidate : candidates) {
      int distance =
          Math.abs(candidate.length() - text.length()) > limit ? limit + 1 : of(text, candidate);
      if (distance <= limit && !(nearest != null && distance == limit)) {
        nearest = distance < limit || nearest == null ? candidate : nearest;
        limit = distance;
      }
    }
    return nearest;
  }

  /**
   * The distance of two texts.
   *
   * @param first a text
   * @param second a text
   * @return 0 for equal texts; the time is the product of their lengths
   */
  public static int of(String first, String second) {
    int[] row = new int[second.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[second.length()];
  }
}
