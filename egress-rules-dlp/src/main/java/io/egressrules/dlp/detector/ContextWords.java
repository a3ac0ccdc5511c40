package io.egressrules.dlp.detector;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that speak for a match when they stand near it. Only whole words count: {@code lic} is not
 * found in {@code public}. A change from lower to upper case, a digit and {@code _} end a word, so
 * that {@code ssn} is found in {@code customerSsn1} and {@code CUSTOMER_SSN}.
 */
final class ContextWords {
  private final Set<String> words;

  private ContextWords(Set<String> words) {
    this.words = words;
  }

  static ContextWords of(Set<String> words) {
    return new ContextWords(
        words.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  Set<String> words() {
    return words;
  }

  /** Whether one of the words stands in the match's surroundings, in the match or in its name. */
  boolean near(Candidate candidate) {
    return !words.isEmpty()
        && (in(candidate.name()) || in(candidate.before() + candidate.match() + candidate.after()));
  }

  private boolean in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
        if (beginsWord(text, at) && endsWord(text, at + word.length())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean beginsWord(String text, int at) {
    return at == 0
        || !Character.isLetter(text.charAt(at - 1))
        || isStep(text.charAt(at - 1), text.charAt(at));
  }

  private static boolean endsWord(String text, int end) {
    return end >= text.length()
        || !Character.isLetter(text.charAt(end))
        || isStep(text.charAt(end - 1), text.charAt(end));
  }

  private static boolean isStep(char before, char after) {
    return Character.isLowerCase(before) && Character.isUpperCase(after);
  }
}
