package io.egressrules.dlp.secret;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells values that somebody or something made up from the words and names around them. */
final class Randomness {
  private static final int LEAST_WORD = 4;
  private static final int MOST_CONSONANTS = 3;
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-f-]{16,}|[0-9A-F-]{16,})");

  private Randomness() {}

  /** Whether more than half the letters of a text stand in words: {@code getPassword2}. */
  static boolean isWords(String text) {
    if (HEX.matcher(text).matches()) {
      return false;
    }
    int letters = 0;
    int inWords = 0;
    int at = 0;
    while (at < text.length()) {
      int end = endOfRun(text, at);
      if (end == at) {
        at++;
        continue;
      }
      letters += end - at;
      if (end - at >= LEAST_WORD && isPronounceable(text.substring(at, end))) {
        inWords += end - at;
      }
      at = end;
    }
    return 2 * inWords > letters;
  }

  /** How many different marks, neither letters nor digits nor those that join names, it holds. */
  static long marks(String text) {
    return text.chars()
        .filter(c -> !Character.isLetterOrDigit(c) && "_-./: ".indexOf(c) < 0)
        .distinct()
        .count();
  }

  static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a digit stands right before a letter, which names seldom have. */
  static boolean hasDigitInside(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i - 1)) && Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The end of the letters from here that make one word: lower case, or upper case throughout. */
  private static int endOfRun(String text, int start) {
    int at = start;
    while (at < text.length() && isUpper(text.charAt(at))) {
      at++;
    }
    if (at - start > 1) {
      return at;
    }
    while (at < text.length() && isLower(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether there is a vowel in every stretch of four letters. */
  private static boolean isPronounceable(String run) {
    String lower = run.toLowerCase(Locale.ROOT);
    int since = 0;
    boolean vowel = false;
    for (int i = 0; i < lower.length(); i++) {
      boolean here = "aeiouy".indexOf(lower.charAt(i)) >= 0;
      vowel |= here;
      since = here ? 0 : since + 1;
      if (since > MOST_CONSONANTS) {
        return false;
      }
    }
    return vowel;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }
}
