package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import java.util.Locale;

/** Detectors of keys whose form alone says whose they are. */
final class Token {
  /** Below this, in bits a character, a key is a row of the same character. */
  private static final double FILLER = 2;

  private Token() {}

  /**
   * Begins a detector of a token that stands as a word of its own.
   *
   * @param meaning what it is; the detector's id is the same words joined by {@code -}
   * @param source the document that tells its form
   * @param form its form
   */
  static Detector.Builder of(String meaning, String source, Form form) {
    return Detector.builder(id(meaning), Detector.Kind.SECRET)
        .meaning(meaning)
        .source(source)
        .pattern("(?:\\b|_)" + form.whole())
        .entropyFloor(FILLER)
        .finds(form.sample(), "key: \"" + form.sample() + "\",")
        .ignores("x" + form.sample(), form.sample().substring(0, form.sample().length() - 1));
  }

  /** The id that a meaning gives a detector. */
  static String id(String meaning) {
    return meaning.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
