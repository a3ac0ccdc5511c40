package io.egressrules.policy;

/** The one syntax of rule ids, group names, policy names, profile names and subjects. */
final class Names {
  private static final int LIMIT = 128;

  private Names() {}

  static String require(String name, String what) {
    if (name.isEmpty() || name.length() > LIMIT || !isLetterOrDigit(name.charAt(0))) {
      throw refused(name, what);
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.' && c != '/') {
        throw refused(name, what);
      }
    }
    return name;
  }

  private static IllegalArgumentException refused(String name, String what) {
    return Syntax.refused(
        what,
        name,
        "write 1 to "
            + LIMIT
            + " letters, digits, `-`, `_`, `.` or `/`, and begin with a letter or digit");
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
