package io.egressrules.dlp;

import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Iban;
import io.egressrules.dlp.check.Iso7064;
import io.egressrules.dlp.check.Luhn;
import io.egressrules.dlp.check.Verhoeff;
import io.egressrules.dlp.detector.Validator;
import io.egressrules.dlp.detector.Validator.Verdict;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The checks that the detectors of a policy may name. */
final class Checks {
  private static final Map<String, Predicate<CharSequence>> ALL =
      new TreeMap<>(
          Map.of(
              "luhn", value -> Luhn.holds(Digits.of(value)),
              "verhoeff", value -> Verhoeff.holds(Digits.of(value)),
              "iban", Iban::holds,
              "iso7064-mod97-10", value -> Iso7064.mod97(value) == 1,
              "iso7064-mod11-2", Iso7064::mod11Two,
              "iso7064-mod11-10", value -> Iso7064.mod11Ten(Digits.of(value))));

  private Checks() {}

  /**
   * A check by name.
   *
   * @throws IllegalArgumentException if there is none; the message names those that there are
   */
  static Validator named(String name) {
    Predicate<CharSequence> check = ALL.get(name);
    if (check == null) {
      throw new IllegalArgumentException(
          "there is no validator of that name; write one of " + String.join(", ", ALL.keySet()));
    }
    return value -> check.test(value) ? Verdict.PLAUSIBLE : Verdict.INVALID;
  }
}
