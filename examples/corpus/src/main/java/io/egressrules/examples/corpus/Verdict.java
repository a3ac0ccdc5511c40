package io.egressrules.examples.corpus;

import java.util.Locale;

/**
 * What the library says of a corpus case.
 *
 * @param decision {@code allow}, {@code deny} or {@code invalid}; the words of the corpus
 * @param host the canonical host of an allowed case, or an empty text
 */
record Verdict(String decision, String host) {
  static final Verdict DENY = new Verdict("deny", "");
  static final Verdict INVALID = new Verdict("invalid", "");

  static Verdict allow(String host) {
    return new Verdict("allow", host);
  }

  boolean isAllow() {
    return decision.equals("allow");
  }

  /**
   * Whether two texts name one host, whatever brackets, trailing dot or letter case they are
   * written with.
   */
  boolean isHost(String other) {
    return bare(host).equals(bare(other));
  }

  private static String bare(String host) {
    String text = host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
