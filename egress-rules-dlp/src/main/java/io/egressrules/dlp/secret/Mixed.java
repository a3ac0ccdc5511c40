package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Validator;

/** Takes away values that are too even to be random. */
enum Mixed implements Validator {
  /** A random value holds letters and digits. */
  LETTERS_AND_DIGITS {
    @Override
    boolean mixes(CharSequence value) {
      return value.chars().anyMatch(Character::isLetter)
          && value.chars().anyMatch(Character::isDigit);
    }
  },
  /** A long random value in base 62 or 64 holds both cases and a digit. */
  CASES_AND_DIGITS {
    @Override
    boolean mixes(CharSequence value) {
      return value.chars().anyMatch(Character::isLowerCase)
          && value.chars().anyMatch(Character::isUpperCase)
          && value.chars().anyMatch(Character::isDigit);
    }
  };

  /** Whether a value is as mixed as a random one. */
  abstract boolean mixes(CharSequence value);

  @Override
  public Verdict check(CharSequence value) {
    return mixes(value) ? Verdict.PLAUSIBLE : Verdict.INVALID;
  }
}
