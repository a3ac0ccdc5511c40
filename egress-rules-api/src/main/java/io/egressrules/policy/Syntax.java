package io.egressrules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The syntax of the condition texts that have no value type of their own. */
final class Syntax {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final int LONGEST = 80;
  private static final Pattern DETECTOR_ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  private Syntax() {}

  static String subjectEntry(String entry) {
    String text = entry.endsWith("*") ? entry.substring(0, entry.length() - 1) : entry;
    if (text.indexOf('*') >= 0) {
      throw refused("subject", entry, "write one `*`, at its end");
    }
    if (!entry.equals("*")) {
      Names.require(text, "subject");
    }
    return entry;
  }

  static String detectorId(String entry) {
    if (!DETECTOR_ID.matcher(entry).matches()) {
      throw refused(
          "detector", entry, "write lower-case letters and digits in words joined by `-`");
    }
    return entry;
  }

  static String headerName(String entry) {
    if (entry.isEmpty() || !entry.chars().allMatch(Syntax::isTokenCharacter)) {
      throw refused("header", entry, "write a name such as `X-Api-Key` (RFC 9110 section 5.1)");
    }
    return entry;
  }

  static String method(String entry) {
    if (entry.isEmpty() || !entry.chars().allMatch(Syntax::isTokenCharacter)) {
      throw refused("method", entry, "write a token such as `GET` (RFC 9110 section 5.6.2)");
    }
    return entry.toUpperCase(Locale.ROOT);
  }

  /** An empty list would restrict nothing, and so allow what its author did not think of. */
  static void requireSome(String word, Object[] entries) {
    if (entries.length == 0) {
      throw new IllegalArgumentException(
          "`" + word + "` needs at least one entry; leave it out to match everything");
    }
  }

  /** The error to throw for text of an author: what it was to be, the text, what to do about it. */
  static IllegalArgumentException refused(String what, String text, String advice) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    String visible = shown.replaceAll("[^ -_a-~…]", "?");
    return new IllegalArgumentException(what + " `" + visible + "`: " + advice);
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
