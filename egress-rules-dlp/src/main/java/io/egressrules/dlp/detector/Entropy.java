package io.egressrules.dlp.detector;

/** Shannon entropy of short texts. */
final class Entropy {
  private Entropy() {}

  /** The entropy of the characters of a text, in bits for each character; 0 for an empty text. */
  static double of(CharSequence text) {
    int[] counts = new int[128];
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < counts.length) {
        counts[c]++;
      } else {
        others++;
      }
    }
    double bits = share(others, text.length());
    for (int count : counts) {
      bits += share(count, text.length());
    }
    return bits;
  }

  private static double share(int count, int length) {
    if (count == 0) {
      return 0;
    }
    double share = (double) count / length;
    return -share * Math.log(share) / Math.log(2);
  }
}
