package io.egressrules.dlp.scan;

/**
 * What holds at the boundary between two characters: the conditions that zero-width assertions ask
 * for, as bits. A condition is a set of bits that must all hold; 0 always holds.
 */
final class Boundary {
  static final int BEGIN_LINE = 1;
  static final int END_LINE = 2;
  static final int BEGIN_TEXT = 4;
  static final int END_TEXT = 8;
  static final int WORD = 16;
  static final int NOT_WORD = 32;

  /** Stands for the character before the first and after the last. */
  static final int NONE = -1;

  private Boundary() {}

  /** The bits that hold between two characters, either of which may be {@link #NONE}. */
  static int between(int before, int after) {
    int bits = isWord(before) == isWord(after) ? NOT_WORD : WORD;
    if (before == NONE) {
      bits |= BEGIN_TEXT | BEGIN_LINE;
    } else if (before == '\n') {
      bits |= BEGIN_LINE;
    }
    if (after == NONE) {
      bits |= END_TEXT | END_LINE;
    } else if (after == '\n') {
      bits |= END_LINE;
    }
    return bits;
  }

  static boolean holds(int condition, int bits) {
    return (condition & ~bits) == 0;
  }

  /** Whether a condition can hold anywhere: no boundary is both of a word and not. */
  static boolean isPossible(int condition) {
    return (condition & (WORD | NOT_WORD)) != (WORD | NOT_WORD);
  }

  /** Word characters are ASCII, as RE2 has it. */
  private static boolean isWord(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 'a' && c <= 'z');
  }
}
