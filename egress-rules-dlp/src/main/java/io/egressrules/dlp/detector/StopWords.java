package io.egressrules.dlp.detector;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Texts that no real value holds. */
final class StopWords {
  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  static StopWords of(Set<String> words) {
    Set<String> lower = new TreeSet<>();
    words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
    return new StopWords(lower);
  }

  /** Whether a value holds one of them, in any case. */
  boolean in(String value) {
    if (words.isEmpty()) {
      return false;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }
}
