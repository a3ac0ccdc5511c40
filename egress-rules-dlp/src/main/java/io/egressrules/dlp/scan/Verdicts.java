package io.egressrules.dlp.scan;

import org.jspecify.annotations.Nullable;

/**
 * The judge of one pattern, asked about a {@link Window}. The judge knows no text before the one it
 * is given. So it is given the character before as well, and a pattern that begins with any
 * character. Only at the begin of the text there is none, which matters only to a pattern that asks
 * for that begin; that one is judged there as it is. Immutable.
 */
final class Verdicts {
  private final Judge behind;
  private final @Nullable Judge atBegin;

  private Verdicts(Judge behind, @Nullable Judge atBegin) {
    this.behind = behind;
    this.atBegin = atBegin;
  }

  static Verdicts of(String pattern, Graph graph) {
    try {
      Judge behind = Judge.of("(?s:.)(?:" + pattern + ")");
      return new Verdicts(behind, graph.asksFor(Boundary.BEGIN_TEXT) ? Judge.of(pattern) : null);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("offset 0: " + e.getMessage() + "; see the RE2 syntax", e);
    }
  }

  /**
   * Loads a stretch of text and judges it.
   *
   * @param from where it begins
   * @param to where it ends
   * @param atStart whether the match must begin at its begin
   * @return its first match, if there is one
   */
  Verdict judge(Window window, Text text, int from, int to, boolean atStart) {
    Judge plain = text.offset(from) == 0 ? atBegin : null;
    int end = window.load(text, from, to, plain == null);
    int[] spans = (plain == null ? behind : plain).judge(window, atStart);
    if (spans == null) {
      return new Verdict(end, false, 0, 0, 0, 0);
    }
    int value = 0;
    for (int g = 1; g < spans.length / 2 && value == 0; g++) {
      value = spans[2 * g] < spans[2 * g + 1] ? g : 0;
    }
    int start = window.place(plain == null ? window.next(spans[0]) : spans[0]);
    return new Verdict(
        end,
        true,
        start,
        window.place(spans[1]),
        value == 0 ? start : window.place(spans[2 * value]),
        window.place(spans[2 * value + 1]));
  }
}
