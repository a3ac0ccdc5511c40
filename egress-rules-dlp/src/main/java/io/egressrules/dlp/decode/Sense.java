package io.egressrules.dlp.decode;

/** Tells text from other bytes: ASCII, UTF-8, or UTF-16 of ASCII. */
final class Sense {
  private int run;
  private int tails;
  private boolean afterNul;

  /** Takes a byte and tells how many in a row were text, with it. */
  int take(int b) {
    if (tails > 0) {
      tails = (b & 0xC0) == 0x80 ? tails - 1 : -1;
      if (tails >= 0) {
        return ++run;
      }
      tails = 0;
      run = 0;
    }
    boolean nul = b == 0;
    if (nul) {
      run = afterNul ? 0 : run + 1;
    } else if (b >= 0x80) {
      begin(b);
    } else {
      run = isText(b) ? run + 1 : 0;
    }
    afterNul = nul;
    return run;
  }

  private static boolean isText(int b) {
    return (b >= ' ' && b < 0x7F) || b == '\n' || b == '\r' || b == '\t';
  }

  private void begin(int lead) {
    if (lead < 0xC2 || lead > 0xF4) {
      run = 0;
    } else {
      tails = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
      run++;
    }
  }
}
