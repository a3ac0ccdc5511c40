package io.egressrules.dlp.personal;

import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Validator;
import io.egressrules.dlp.detector.Validator.Verdict;
import java.util.function.Predicate;

/** What the families share: where a number begins, and validators from rules. */
final class Form {
  /**
   * What stands before a number: neither a word nor what joins it to one, so that the end of a
   * version, an amount or a UUID is none.
   */
  static final String START = "(?:^|[^0-9A-Za-z_.-])";

  private Form() {}

  static Detector.Builder personal(String id, String meaning, String source) {
    return Detector.builder(id, Detector.Kind.PERSONAL).meaning(meaning).source(source);
  }

  /** A value for which the rule does not hold is none; one for which it holds may be one. */
  static Validator plausible(Predicate<? super CharSequence> rule) {
    return value -> rule.test(value) ? Verdict.PLAUSIBLE : Verdict.INVALID;
  }

  /** For a rule that fewer than one in 10,000 chance values of the form satisfy. */
  static Validator proven(Predicate<? super CharSequence> rule) {
    return value -> rule.test(value) ? Verdict.PROVEN : Verdict.INVALID;
  }

  /** A rule for values of so many digits; without separators, which any value may have. */
  static Validator digits(int count, Predicate<Digits> rule) {
    return plausible(ofDigits(count, rule));
  }

  static Predicate<CharSequence> ofDigits(int count, Predicate<Digits> rule) {
    return value -> {
      Digits digits = Digits.of(value);
      return digits.count() == count && rule.test(digits);
    };
  }
}
