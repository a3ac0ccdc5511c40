package io.egressrules.dlp.secret;

/**
 * The ways in which text gives a name a value, as pieces of patterns: {@code name = "value"},
 * {@code "name": "value"}, {@code name: value}, {@code <name>value}, {@code "value" == name}.
 */
final class Assigned {
  /** What may close the name: quotes, brackets, {@code []} or {@code [32]}. */
  private static final String CLOSED = "(?:\\[[0-9]{0,4}\\]|\\\\{0,2}[\"'`\\])]){0,2}";

  /** The sign that assigns, with a type before it in {@code name: String = value}. */
  private static final String SIGN =
      "\\s{0,8}(?:"
          + ":\\s?[A-Za-z]{1,12}\\??\\s?="
          + "|(?:\\b[A-Za-z]{1,12}\\s)?[:?.+!|]{0,3}={1,3}[>~]?"
          + "|:|,|->|>)\\s{0,8}";

  /** What opens a string in JSON, in JSON within JSON, in HTML and in programs. */
  private static final String QUOTE = "(?:[@$bru]{0,2}\\\\{0,2}[\"'`]|&quot;)";

  private static final String MADE_UP = "[^\\s\"'`\\\\]{6,200}";

  private static final String BARE_VALUE = "([^\\s\"'`\\\\<>,;&(){}\\[\\]|]{6,200})";

  private static final String BARE_END = "(?:[\\s\"'`\\\\<>,;&)}\\]|/]|\\z)";

  private Assigned() {}

  /** A name and a value in quotes. */
  static String quoted(String name) {
    return quoted(name, MADE_UP);
  }

  /** A name and a value of a form in quotes. */
  static String quoted(String name, String value) {
    return "(?i:"
        + name
        + ")"
        + CLOSED
        + "(?:"
        + SIGN
        + "|\\s{1,4})\\(?"
        + QUOTE
        + "("
        + value
        + ")"
        + "\\\\{0,2}(?:[\"'`]|&quot;)";
  }

  /** A name and a value that no quotes delimit. */
  static String bare(String name) {
    return "(?i:" + name + ")" + CLOSED + SIGN + BARE_VALUE + BARE_END;
  }

  /** A value in quotes that is compared with what has the name. */
  static String compared(String name) {
    return "[\"'`]"
        + "("
        + MADE_UP
        + ")"
        + "[\"'`]\\s{0,2}[!=]={1,2}\\s{0,2}[\\w.]{0,30}(?i:"
        + name
        + ")";
  }
}
