package io.egressrules.dlp.detector;

/**
 * Checks what a pattern cannot: check digits, issuer ranges, the inside of a token. Immutable; safe
 * for use by several threads; linear in the length of the value.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Validator {

  /**
   * What a check says of a value.
   *
   * @since 0.1
   */
  enum Verdict {
    /** It cannot be what its form suggests: there is no finding. */
    INVALID,
    /** Nothing speaks against it, and nothing more for it: its form decides. */
    PLAUSIBLE,
    /** It is so improbable by chance that the finding is very likely. */
    PROVEN
  }

  /**
   * Checks a value.
   *
   * @param value the value as the pattern's group caught it, separators included
   * @return the verdict
   */
  Verdict check(CharSequence value);
}
