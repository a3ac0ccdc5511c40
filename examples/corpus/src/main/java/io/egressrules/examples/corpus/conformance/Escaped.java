package io.egressrules.examples.corpus.conformance;

/** Hostile text as it may be shown on a terminal. */
final class Escaped {
  private static final int LONGEST = 120;

  private Escaped() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (c > ' ' && c < 0x7F) {
                shown.append((char) c);
              } else {
                shown.append("\\u%04x".formatted(c));
              }
            });
    return text.length() > LONGEST ? shown + "…" : shown.toString();
  }
}
