package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;

import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Verhoeff;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Validator.Verdict;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Numbers that authorities of India give to people. */
final class India {
  private static final String GSTIN = "[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]";

  private static final String[] PAN_WORDS = {
    "pan", "income tax", "permanent account", "pan card", "pancard"
  };

  private India() {}

  static List<Detector> all() {
    return List.of(aadhaar(), pan(), otherPan(), gstin(), passport(), voter());
  }

  private static Detector aadhaar() {
    return personal("in-aadhaar", "Aadhaar number", "UIDAI, Aadhaar Numbering Scheme")
        .pattern(
            START
                + "([2-9][0-9]{11}|[2-9][0-9]{3} [0-9]{4} [0-9]{4}|[2-9][0-9]{3}-[0-9]{4}-[0-9]{4})\\b")
        .confidence(Confidence.POSSIBLE)
        .near(Confidence.LIKELY, "aadhaar", "aadhar", "uidai", "uid", "adhaar")
        .validator(
            digits(
                12, digits -> digits.at(0) >= 2 && !isPalindrome(digits) && Verhoeff.holds(digits)))
        .finds("Aadhaar 312345678909", "3123-4567-8909", "aadhaar: 4001 2345 6787")
        .ignores("123456789012", "Aadhaar 312345678908")
        .build();
  }

  private static boolean isPalindrome(Digits digits) {
    for (int i = 0; i < digits.count() / 2; i++) {
      if (digits.at(i) != digits.at(digits.count() - 1 - i)) {
        return false;
      }
    }
    return true;
  }

  private static Detector pan() {
    return personal("in-pan", "permanent account number", "Income-tax Rules 1962, rule 114")
        .pattern(START + "([A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z])\\b")
        .confidence(Confidence.POSSIBLE)
        .near(Confidence.LIKELY, PAN_WORDS)
        .finds("PAN: ABCPD1234Z", "ABCPD1234Z")
        .ignores("ABCDE1234F", "ABCPD12345", "XABCPD1234Z")
        .build();
  }

  private static Detector otherPan() {
    return personal(
            "in-pan-other",
            "permanent account number of no known kind of holder",
            "Income-tax Rules 1962, rule 114")
        .pattern(START + "([A-Z]{3}[DEIKMNOQRSU-Z][A-Z][0-9]{4}[A-Z])\\b")
        .onlyNear(Confidence.POSSIBLE, PAN_WORDS)
        .finds("PAN: ABCDE1234F")
        .ignores("ABCDE1234F", "PAN: ABCPD1234Z")
        .build();
  }

  private static Detector gstin() {
    return personal("in-gstin", "goods and services tax number", "CGST Rules 2017, rule 10")
        .pattern(START + "(" + GSTIN + ")\\b")
        .near(Confidence.VERY_LIKELY, "gst", "gstin")
        .validator(India::checkGstin)
        .finds("27AAPFU0939F1ZV", "GST registration: 07PQRST6789K1Z2")
        .ignores("00ABCDE1234F1Z5", "27ABCDE1234F1Y5", "27ABCDE1234F1Z55")
        .build();
  }

  /**
   * The form alone is distinctive, so a value with a mistyped check character still tells whose it
   * is: the check proves a value and does not refuse one.
   */
  private static Verdict checkGstin(CharSequence text) {
    if (!text.toString().matches(GSTIN)) {
      return Verdict.INVALID;
    }
    int state = Digits.of(text.subSequence(0, 2)).number(0, 2);
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      int product = Character.digit(text.charAt(i), 36) * (1 + i % 2);
      sum += product / 36 + product % 36;
    }
    boolean right = Character.digit(text.charAt(14), 36) == (36 - sum % 36) % 36;
    if (right && (state == 38 || state == 97 || state == 99)) {
      return Verdict.PROVEN;
    }
    return state < 1 || state > 37 ? Verdict.INVALID : right ? Verdict.PROVEN : Verdict.PLAUSIBLE;
  }

  private static Detector passport() {
    return personal("in-passport", "Indian passport number", "Passports Act 1967")
        .pattern(START + "([A-PR-WY][1-9][0-9]{5}[1-9])\\b")
        .onlyNear(Confidence.LIKELY, "passport")
        .finds("my passport number is T3569075")
        .ignores("T3569075", "passport T356907", "passport b0097650")
        .build();
  }

  private static Detector voter() {
    return personal(
            "in-voter", "elector's photo identity card number", "Election Commission of India")
        .pattern(START + "([A-Z]{3}[0-9]{7})\\b")
        .onlyNear(Confidence.LIKELY, "voter", "epic", "elector", "vote", "election")
        .finds("You can vote with your CPJ4467918 number")
        .ignores("CPJ4467918", "voter CPJ44679181")
        .build();
  }
}
