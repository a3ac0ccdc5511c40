package io.egressrules.dlp.decode;

/** Digits without separators, in lines that may be indented. */
final class LineBreaks implements Joints {
  /** How many digits in a row are a run, and how many at least a line has that is not the last. */
  private static final int LEAST = Marks.RUN;

  /** How much white space may part two lines. */
  private static final int LONGEST = 32;

  @Override
  public int search(Radix radix, Text text, int from, int limit, boolean last) {
    byte[] bytes = text.bytes();
    int at = from;
    while (at < limit) {
      at = text.marks().run(at, limit, radix.mark());
      int i = Math.min(at + LEAST, limit) - 1;
      int alphabets = -1;
      while (i >= at && (alphabets &= radix.alphabets(bytes[i])) != 0) {
        i--;
      }
      if (i < at) {
        return at + LEAST <= limit ? at : ~(last ? limit : at);
      }
      at = i + 1;
    }
    return ~limit;
  }

  @Override
  public int over(Radix radix, byte[] bytes, int at, int limit, boolean last, int digits) {
    if (digits < LEAST || (bytes[at] != '\n' && bytes[at] != '\r')) {
      return NONE;
    }
    int end = Math.min(limit, at + LONGEST);
    int i = at + 1;
    while (i < end && isSpace(bytes[i])) {
      i++;
    }
    if (i == end) {
      return last || end - at == LONGEST ? NONE : WAIT;
    }
    return radix.value(bytes[i]) >= 0 ? i : NONE;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
