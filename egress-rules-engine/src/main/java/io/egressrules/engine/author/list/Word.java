package io.egressrules.engine.author.list;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a line.
 *
 * @param text the word
 * @param start its offset in the line
 */
record Word(String text, int start) {

  /**
   * The words of a line up to a comment, which begins with {@code #} or {@code ;} at the start of a
   * word.
   */
  static List<Word> of(String line) {
    List<Word> words = new ArrayList<>(2);
    int at = skip(line, 0, true);
    while (at < line.length() && line.charAt(at) != '#' && line.charAt(at) != ';') {
      int end = skip(line, at, false);
      words.add(new Word(line.substring(at, end), at));
      at = skip(line, end, true);
    }
    return words;
  }

  private static int skip(String line, int from, boolean blanks) {
    int at = from;
    while (at < line.length() && isBlank(line.charAt(at)) == blanks) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
