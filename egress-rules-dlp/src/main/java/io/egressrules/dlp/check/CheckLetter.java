package io.egressrules.dlp.check;

import java.util.Locale;

/** Check characters that an alphabet gives for a remainder, and the values of letters. */
public final class CheckLetter {
  private CheckLetter() {}

  /**
   * Whether a character is the one that an alphabet has for a remainder.
   *
   * @param written the character, in either case
   * @param alphabet upper-case characters, as many as there are remainders
   * @param remainder from 0 below the length of the alphabet
   * @return whether it is
   */
  public static boolean holds(char written, String alphabet, int remainder) {
    return Character.toUpperCase(written) == alphabet.charAt(remainder);
  }

  /**
   * A text with each letter replaced by its place in the alphabet, A being a given number.
   *
   * @param text ASCII letters, digits and other characters, which stay
   * @param first the number of A
   * @param width the least digits a letter becomes
   * @return the text
   */
  public static String numbered(CharSequence text, int first, int width) {
    StringBuilder numbered = new StringBuilder();
    for (char c : text.toString().toUpperCase(Locale.ROOT).toCharArray()) {
      if (c >= 'A' && c <= 'Z') {
        numbered.append(c - 'A' + first < 10 && width == 2 ? "0" : "").append(c - 'A' + first);
      } else {
        numbered.append(c);
      }
    }
    return numbered.toString();
  }
}
