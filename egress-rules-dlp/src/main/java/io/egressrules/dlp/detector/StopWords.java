package io.egressrules.dlp.detector;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts that no real value holds. */
final class StopWords {
  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  static StopWords of(Set<String> words) {
    return new StopWords(
        words.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
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
