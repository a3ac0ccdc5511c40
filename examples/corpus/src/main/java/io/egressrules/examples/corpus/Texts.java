package io.egressrules.examples.corpus;

import java.util.List;
import java.util.regex.Pattern;

/** Splits the corpus's small notations. */
final class Texts {
  private Texts() {}

  static List<String> split(String text, char separator) {
    return Pattern.compile(Pattern.quote(String.valueOf(separator)))
        .splitAsStream(text)
        .map(String::strip)
        .toList();
  }
}
