package io.egressrules.dlp.scan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sets that take knowledge of Unicode: categories, scripts, and letter case beyond ASCII. They are
 * read off the judge itself, by letting it search the text of all characters; so the two can never
 * be of two minds, whatever version of Unicode either was built for. Costs about a tenth of a
 * second for each set; for use by one thread.
 */
final class UnicodeSets {
  private final Map<String, CodePoints> known = new HashMap<>();

  /**
   * The characters that an expression for one character matches.
   *
   * @throws IllegalArgumentException if the judge cannot read it
   */
  CodePoints read(String expression, boolean fold) {
    return known.computeIfAbsent((fold ? "(?i:" : "(?:") + expression + ")+", UnicodeSets::search);
  }

  private static CodePoints search(String pattern) {
    Judge judge = Judge.of(pattern);
    int[] bounds = new int[64];
    int n = 0;
    AllCharacters rest = new AllCharacters(0);
    int[] span = judge.judge(rest, false);
    while (span != null) {
      if (n == bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * n);
      }
      bounds[n++] = rest.codePoint(span[0]);
      bounds[n++] = rest.codePoint(span[1] - 1);
      rest = new AllCharacters(rest.start + span[1]);
      span = judge.judge(rest, false);
    }
    return CodePoints.of(Arrays.copyOf(bounds, n));
  }

  /** All code points but the surrogates, in order, as UTF-16, from a char on. */
  private record AllCharacters(int start) implements CharSequence {
    private static final int SURROGATES = 0x800;
    private static final int IN_ONE_CHAR = 0x10000 - SURROGATES;
    private static final int LENGTH = IN_ONE_CHAR + 2 * 0x100000;

    /** The code point that the char at an index is of. */
    int codePoint(int index) {
      int i = start + index;
      if (i >= IN_ONE_CHAR) {
        return 0x10000 + (i - IN_ONE_CHAR) / 2;
      }
      return i < Character.MIN_SURROGATE ? i : i + SURROGATES;
    }

    @Override
    public int length() {
      return LENGTH - start;
    }

    @Override
    public char charAt(int index) {
      int c = codePoint(index);
      if (c < 0x10000) {
        return (char) c;
      }
      boolean high = (start + index - IN_ONE_CHAR) % 2 == 0;
      return high ? Character.highSurrogate(c) : Character.lowSurrogate(c);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new StringBuilder(this).substring(from, to);
    }
  }
}
