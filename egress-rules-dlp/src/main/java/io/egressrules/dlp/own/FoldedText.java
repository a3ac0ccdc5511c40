package io.egressrules.dlp.own;

/**
 * Reads a text piece by piece as its letters and digits alone: in one case, decimal digits of every
 * script as ASCII digits, and everything else taken for a separator.
 */
final class FoldedText {
  private static final int SEPARATOR = -1;

  /** What is told of the text, in its order. */
  interface Listener {
    /**
     * A letter or digit.
     *
     * @param folded its code point, folded
     * @param start its offset in the text, in chars
     * @param end the offset after it
     */
    void letter(int folded, long start, long end);

    /** A character that is neither. */
    void separator();
  }

  private final Listener listener;
  private long offset;
  private char high;

  FoldedText(Listener listener) {
    this.listener = listener;
  }

  /** Reads the next piece; a surrogate pair may be split between two. */
  void append(CharSequence piece) {
    for (int i = 0; i < piece.length(); i++) {
      append(piece.charAt(i));
    }
  }

  private void append(char c) {
    long start = high == 0 ? offset : offset - 1;
    offset++;
    if (Character.isHighSurrogate(c)) {
      if (high != 0) {
        listener.separator();
      }
      high = c;
      return;
    }
    boolean pair = high != 0 && Character.isLowSurrogate(c);
    int codePoint = pair ? Character.toCodePoint(high, c) : c;
    if (high != 0 && !pair) {
      listener.separator();
      start = offset - 1;
    }
    high = 0;
    int folded = fold(codePoint);
    if (folded == SEPARATOR) {
      listener.separator();
    } else {
      listener.letter(folded, start, offset);
    }
  }

  private static int fold(int codePoint) {
    if (codePoint < 128) {
      boolean upper = codePoint >= 'A' && codePoint <= 'Z';
      boolean kept =
          upper || (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= '0' && codePoint <= '9');
      return kept ? (upper ? codePoint + 32 : codePoint) : SEPARATOR;
    }
    if (Character.isDigit(codePoint)) {
      return '0' + Character.digit(codePoint, 10);
    }
    return Character.isLetter(codePoint)
        ? Character.toLowerCase(Character.toUpperCase(codePoint))
        : SEPARATOR;
  }
}
