package io.egressrules.dlp.decode;

import java.text.Normalizer;

/**
 * Characters outside of ASCII that read as one of it or as none: what NFKC (Unicode Annex 15) folds
 * to one ASCII character, tag characters, and what is invisible.
 */
final class Folding {
  private static final int TAGS = 0xE0000;
  private static final int[][] COMPATIBLE = {
    {0xA0, 0x100}, {0x2000, 0x2200}, {0x2460, 0x2500}, {0x3000, 0x3001}, {0xFB29, 0xFB2A},
    {0xFE10, 0xFE70}, {0xFF00, 0xFF60}, {0x1D400, 0x1D800}, {0x1F100, 0x1F150}, {0x1FBF0, 0x1FBFA}
  };
  private static final int[] NONE = {0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF};
  private static final int END = 0x1FC00;
  private static final byte GONE = -1;

  /** For each code point the ASCII character it folds to, or nothing, or 0. */
  private static final byte[] ASCII = new byte[END];

  static {
    for (int[] range : COMPATIBLE) {
      for (int c = range[0]; c < range[1]; c++) {
        String folded = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        if (folded.length() == 1 && folded.charAt(0) < 0x80) {
          ASCII[c] = (byte) folded.charAt(0);
        }
      }
    }
    for (int c : NONE) {
      ASCII[c] = GONE;
    }
    gone(0x200B, 0x200F);
    gone(0x202A, 0x202E);
    gone(0x2060, 0x206F);
    gone(0xFE00, 0xFE0F);
  }

  private Folding() {}

  private static void gone(int first, int last) {
    for (int c = first; c <= last; c++) {
      ASCII[c] = GONE;
    }
  }

  /** Reads a character as {@link Spelling#read} does. */
  static int read(byte[] bytes, int at, int limit) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > limit) {
      return Spelled.NOTHING;
    }
    int c = lead & (0xFF >> (length + 1));
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return Spelled.NOTHING;
      }
      c = c << 6 | (bytes[i] & 0x3F);
    }
    return fold(c, length);
  }

  private static int fold(int c, int length) {
    if (c > TAGS && c < TAGS + 0x7F) {
      return c < TAGS + ' ' ? Spelled.gone(length) : Spelled.codePoint(c - TAGS, length);
    }
    byte ascii = c < END ? ASCII[c] : 0;
    if (ascii == 0) {
      return Spelled.NOTHING;
    }
    if (ascii == GONE) {
      return Spelled.gone(length);
    }
    int spelled = Spelled.codePoint(ascii, length);
    return Character.isLetterOrDigit(ascii) || c == 0xA0 ? spelled : Spelled.weak(spelled);
  }
}
