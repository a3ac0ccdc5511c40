package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Validator;

/**
 * Judges values that only their name makes secrets, by what people and programs make up. The more
 * the place of a value may hold code or words as well, the more is asked of it.
 */
enum Plausible implements Validator {
  /** A password in quotes. */
  QUOTED_PASSWORD {
    @Override
    boolean holds(String value) {
      return isSymbolic(value) || BARE_PASSWORD.holds(value);
    }
  },
  /** A password without quotes. */
  BARE_PASSWORD {
    @Override
    boolean holds(String value) {
      return isMadeUp(value) && (value.length() >= SHORT || Randomness.marks(value) > 0);
    }
  },
  /** A key or token in quotes. */
  SECRET {
    @Override
    boolean holds(String value) {
      return value.length() >= SHORT && (isSymbolic(value) || isMadeUp(value));
    }
  },
  /** A key or token without quotes. */
  BARE_SECRET {
    @Override
    boolean holds(String value) {
      return value.length() >= MIDDLE && isMadeUp(value) && Randomness.hasDigitInside(value);
    }
  },
  /** A value that is only called a key, which much is. */
  KEY {
    @Override
    boolean holds(String value) {
      return value.length() >= LONG && BARE_SECRET.holds(value);
    }
  };

  private static final int SHORT = 8;
  private static final int MIDDLE = 10;
  private static final int LONG = 16;

  /** So many different marks are in no name, no path and no date. */
  private static final int MANY_MARKS = 4;

  /** Whether a value that is neither a placeholder nor code looks made up. */
  abstract boolean holds(String value);

  @Override
  public Verdict check(CharSequence value) {
    String text = value.toString();
    return !Placeholders.isPlaceholder(text) && !Placeholders.isCode(text) && holds(text)
        ? Verdict.PLAUSIBLE
        : Verdict.INVALID;
  }

  private static boolean isSymbolic(String value) {
    return Randomness.hasLetter(value) && Randomness.marks(value) >= MANY_MARKS;
  }

  private static boolean isMadeUp(String value) {
    return Randomness.hasLetter(value) && Randomness.hasDigit(value) && !Randomness.isWords(value);
  }
}
