package io.egressrules.engine.author.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that an author probably meant. */
public final class Suggestion {
  private static final int LONGEST = 40;

  private Suggestion() {}

  /**
   * The end of a message about a word that is not known.
   *
   * @param word the word as written
   * @param known the words that are known
   * @return a question when one of them is near, else all of them
   */
  public static String of(String word, Collection<String> known) {
    return nearest(word, known)
        .map(near -> "did you mean `" + near + "`?")
        .orElseGet(() -> all(quoted(known)));
  }

  private static String all(List<String> words) {
    return words.size() < 3
        ? "write " + String.join(" or ", words)
        : "write one of " + String.join(", ", words);
  }

  private static List<String> quoted(Collection<String> words) {
    return words.stream().map(Quoted::of).toList();
  }

  private static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
    return known.stream()
        .filter(candidate -> distance(plain, candidate) <= Math.max(1, candidate.length() / 3))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(plain, candidate))
                .thenComparing(c -> c));
  }

  /** The edit distance with transpositions of neighbours (optimal string alignment). */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
