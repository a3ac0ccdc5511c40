package io.egressrules.examples.corpus.conformance;

/** How what the library makes of an input agrees with what is listed for it. */
enum Conformity {
  /** Accepted as exactly what is listed. */
  EXACT("exact"),
  /** Refused, and not valid. */
  REFUSED_AS_LISTED("refused as listed"),
  /** Refused although valid: the gate is stricter than the file. */
  REFUSED_THOUGH_VALID("refused though valid"),
  /** Accepted although not valid. */
  ACCEPTED_THOUGH_INVALID("accepted though invalid"),
  /** Accepted as something else than is listed. */
  OTHER_HOST("other host");

  private final String words;

  Conformity(String words) {
    this.words = words;
  }

  static Conformity of(Listed listed) {
    boolean valid = !listed.hosts().isEmpty();
    String host = listed.answer().host();
    if (host == null) {
      return valid ? REFUSED_THOUGH_VALID : REFUSED_AS_LISTED;
    }
    if (!valid) {
      return ACCEPTED_THOUGH_INVALID;
    }
    return listed.hosts().stream().allMatch(host::equals) ? EXACT : OTHER_HOST;
  }

  boolean isSafe() {
    return this != ACCEPTED_THOUGH_INVALID && this != OTHER_HOST;
  }

  String words() {
    return words;
  }
}
