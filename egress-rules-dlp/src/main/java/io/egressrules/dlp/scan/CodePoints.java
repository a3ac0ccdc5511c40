package io.egressrules.dlp.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An immutable set of Unicode code points. */
final class CodePoints {
  static final CodePoints NONE = new CodePoints(new int[0]);
  static final CodePoints ANY = of(0, Character.MAX_CODE_POINT);
  static final CodePoints ASCII = of(0, 0x7F);
  static final CodePoints NEWLINE = of('\n', '\n');
  static final CodePoints WORD = of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');

  /** Both case forms beyond ASCII that fold to an ASCII letter: KELVIN SIGN and LONG S. */
  private static final int KELVIN_SIGN = 0x212A;

  private static final int LONG_S = 0x17F;

  /** First and last of each range, ascending, with a gap between any two ranges. */
  private final int[] bounds;

  private CodePoints(int[] bounds) {
    this.bounds = bounds;
  }

  /** The union of ranges, each given by its first and its last code point, in any order. */
  static CodePoints of(int... bounds) {
    long[] ranges = new long[bounds.length / 2];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = (long) bounds[2 * i] << 32 | bounds[2 * i + 1];
    }
    Arrays.sort(ranges);
    int[] merged = new int[bounds.length];
    int n = 0;
    for (long range : ranges) {
      int low = (int) (range >>> 32);
      int high = (int) range;
      if (n > 0 && low <= merged[n - 1] + 1) {
        merged[n - 1] = Math.max(merged[n - 1], high);
      } else {
        merged[n++] = low;
        merged[n++] = high;
      }
    }
    return new CodePoints(Arrays.copyOf(merged, n));
  }

  CodePoints union(CodePoints other) {
    int[] both = Arrays.copyOf(bounds, bounds.length + other.bounds.length);
    System.arraycopy(other.bounds, 0, both, bounds.length, other.bounds.length);
    return of(both);
  }

  CodePoints complement() {
    int[] gaps = new int[bounds.length + 2];
    int n = 0;
    int low = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      if (low < bounds[i]) {
        gaps[n++] = low;
        gaps[n++] = bounds[i] - 1;
      }
      low = bounds[i + 1] + 1;
    }
    if (low <= Character.MAX_CODE_POINT) {
      gaps[n++] = low;
      gaps[n++] = Character.MAX_CODE_POINT;
    }
    return new CodePoints(Arrays.copyOf(gaps, n));
  }

  CodePoints intersection(CodePoints other) {
    int[] shared = new int[bounds.length + other.bounds.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      int low = Math.max(bounds[i], other.bounds[j]);
      int high = Math.min(bounds[i + 1], other.bounds[j + 1]);
      if (low <= high) {
        shared[n++] = low;
        shared[n++] = high;
      }
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return new CodePoints(Arrays.copyOf(shared, n));
  }

  /**
   * With every ASCII letter also its other case, and the two letters beyond ASCII that fold to
   * {@code k} and {@code s}. Only for sets of ASCII: other letters have partners of their own.
   */
  CodePoints folded() {
    CodePoints all = this;
    for (int upper = 'A'; upper <= 'Z'; upper++) {
      int lower = upper + ('a' - 'A');
      if (contains(upper) || contains(lower)) {
        all = all.union(of(upper, upper, lower, lower));
      }
    }
    if (all.contains('k')) {
      all = all.union(of(KELVIN_SIGN, KELVIN_SIGN));
    }
    return all.contains('s') ? all.union(of(LONG_S, LONG_S)) : all;
  }

  boolean contains(int codePoint) {
    for (int i = 0; i < bounds.length; i += 2) {
      if (codePoint <= bounds[i + 1]) {
        return codePoint >= bounds[i];
      }
    }
    return false;
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  boolean within(CodePoints other) {
    return intersection(other).equals(this);
  }

  int count() {
    int count = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      count += bounds[i + 1] - bounds[i] + 1;
    }
    return count;
  }

  int ranges() {
    return bounds.length / 2;
  }

  int low(int range) {
    return bounds[2 * range];
  }

  int high(int range) {
    return bounds[2 * range + 1];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CodePoints that && Arrays.equals(bounds, that.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < bounds.length; i += 2) {
      text.append(String.format("\\x{%x}-\\x{%x}", bounds[i], bounds[i + 1]));
    }
    return text.append(']').toString();
  }
}
