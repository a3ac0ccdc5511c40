package io.egressrules.engine.author.text;

/** An author's text, made fit to stand in a one-line message. */
public final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  /**
   * A text in backticks.
   *
   * @param text any text
   * @return at most 80 of its characters, without any that end the line, end the quotation or
   *     cannot be seen
   */
  public static String of(String text) {
    StringBuilder out = new StringBuilder("`");
    text.codePoints().limit(LONGEST).forEach(c -> appendVisible(out, c));
    return out.append(text.codePointCount(0, text.length()) > LONGEST ? "…`" : "`").toString();
  }

  private static void appendVisible(StringBuilder out, int c) {
    if (c == '`') {
      out.append('\'');
    } else if (Characters.isVisible(c)) {
      out.appendCodePoint(c);
    } else {
      out.append("\\u").append(Characters.hex(c));
    }
  }
}
