package io.egressrules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The syntax of the condition texts that have no value type of their own. */
final class Syntax {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private Syntax() {}

  static String subjectEntry(String entry) {
    String text = entry.endsWith("*") ? entry.substring(0, entry.length() - 1) : entry;
    if (text.indexOf('*') >= 0) {
      throw new IllegalArgumentException("a subject entry may have one `*`, at its end");
    }
    if (!text.isEmpty()) {
      Names.require(text, "subject");
    }
    return entry;
  }

  static String method(String entry) {
    if (entry.isEmpty() || !entry.chars().allMatch(Syntax::isTokenCharacter)) {
      throw new IllegalArgumentException(
          "a method is a token such as `GET` (RFC 9110 section 5.6.2)");
    }
    return entry.toUpperCase(Locale.ROOT);
  }

  static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }
}
