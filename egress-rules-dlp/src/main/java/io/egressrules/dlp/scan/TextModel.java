package io.egressrules.dlp.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often things are met in what leaves a service: JSON, logs, source, prose and base64 in about
 * equal parts. Rough, and good only for choosing between two places to look at. It remembers what
 * it worked out; for use by one thread.
 */
final class TextModel {
  /** How often a letter follows that is one certain letter: words are far from random. */
  private static final double WORD_GOES_ON = 0.15;

  /** How often a character of a wide class, such as the digits, follows another of it. */
  private static final double RUN_GOES_ON = 0.75;

  private static final int WIDE = 8;
  private static final double BEYOND_ASCII = 0.02;
  private static final double[] ASCII = new double[128];

  static {
    share(0.01, 0, 31);
    share(0.30, 'a', 'z');
    share(0.09, 'A', 'Z');
    share(0.16, '0', '9');
    share(0.03, '!', '/');
    share(0.02, ':', '@');
    share(0.01, '[', '`');
    share(0.01, '{', '~');
    raise("etaoinsrhld", 0.018);
    raise("e", 0.03);
    raise(" ", 0.11);
    raise("\n", 0.015);
    raise("\t", 0.004);
    raise("\r", 0.002);
    raise("\"", 0.05);
    raise(",:.-", 0.015);
    raise("_/=", 0.007);
  }

  private final Map<CodePoints, Kind> known = new HashMap<>();

  /** What is remembered of a set: its bytes, how likely it is, and whether it makes up runs. */
  private record Kind(ByteSet bytes, double likely, boolean wide, boolean alphanumeric) {}

  private static void share(double all, int from, int to) {
    for (int c = from; c <= to; c++) {
      ASCII[c] = all / (to - from + 1);
    }
  }

  private static void raise(String characters, double each) {
    characters.chars().forEach(c -> ASCII[c] += each);
  }

  /** The bytes that characters of a set may be made of. */
  ByteSet bytes(CodePoints set) {
    return kind(set).bytes();
  }

  /** How likely a character is of a set. */
  double likely(CodePoints set) {
    return kind(set).likely();
  }

  /** How likely a byte is of a set. */
  static double likely(ByteSet bytes) {
    double sum = bytes.hasBeyondAscii() ? BEYOND_ASCII : 0;
    for (int c = 0; c < 0x80; c++) {
      sum += bytes.contains((byte) c) ? ASCII[c] : 0;
    }
    return Math.min(1, sum);
  }

  /** How likely characters are of these sets, one after the other. */
  double likely(List<CodePoints> sets) {
    double all = 1;
    Kind before = null;
    for (CodePoints set : sets) {
      Kind kind = kind(set);
      double one = kind.likely();
      if (before != null && goesOn(before, kind)) {
        one = Math.max(one, kind.wide() ? RUN_GOES_ON : WORD_GOES_ON);
      }
      all *= one;
      before = kind;
    }
    return all;
  }

  /** Whether a set takes up the run that the one before it is of. */
  private static boolean goesOn(Kind before, Kind set) {
    return before.alphanumeric()
        && set.alphanumeric()
        && (!set.wide() || before.bytes().intersects(set.bytes()));
  }

  private Kind kind(CodePoints set) {
    Kind kind = known.get(set);
    if (kind == null) {
      ByteSet bytes = ByteSet.around(set);
      double likely = likely(bytes);
      boolean words = !set.intersection(CodePoints.WORD).isEmpty() && likely < 0.7;
      kind = new Kind(bytes, likely, set.count() >= WIDE, words);
      known.put(set, kind);
    }
    return kind;
  }
}
