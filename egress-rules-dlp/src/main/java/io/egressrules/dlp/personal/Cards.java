package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.check.CardIssuer;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Luhn;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Numbers of payment cards. */
final class Cards {
  private static final String SOURCE = "ISO/IEC 7812-1";
  private static final String[] WORDS = {
    "card",
    "cards",
    "credit",
    "debit",
    "cc",
    "ccn",
    "pan",
    "visa",
    "mastercard",
    "amex",
    "american express",
    "diners",
    "jcb",
    "maestro",
    "unionpay",
    "karte",
    "kreditkarte",
    "carte",
    "tarjeta",
    "carta",
    "cartao",
    "kort",
    "cvv",
    "cvc",
    "expires",
    "expiry"
  };

  private Cards() {}

  static List<Detector> all() {
    return List.of(usual(), rare());
  }

  private static Detector usual() {
    return personal("payment-card", "payment card number", SOURCE)
        .pattern(START + "([2-9][0-9]{15}|3[0-9]{13,14})\\b")
        .pattern(START + "([2-9][0-9]{3}(?: [0-9]{4}){3})\\b")
        .pattern(START + "([2-9][0-9]{3}(?:-[0-9]{4}){3}(?:-[0-9]+)*)\\b")
        .pattern(START + "(3[0-9]{3}[ -][0-9]{6}[ -][0-9]{4,5}(?:-[0-9]+)*)\\b")
        .near(Confidence.VERY_LIKELY, WORDS)
        .validator(
            plausible(
                text -> {
                  Digits digits = Digits.of(text);
                  return CardIssuer.usual(digits) && Luhn.holds(digits);
                }))
        .finds(
            "4111111111111111",
            "paid with 5555-5555-5555-4444",
            "Amex 3782 822463 10005",
            "{\"number\":\"6011111111111117\"}",
            "card 4012 8888 8888 1881 123")
        .ignores(
            "4111111111111112",
            "1111111111111117",
            "0.4111111111111111",
            "id4111111111111111",
            "4111-1111-1111-1111-22")
        .build();
  }

  private static Detector rare() {
    return personal("payment-card-rare", "payment card number of a rare range or length", SOURCE)
        .pattern(START + "([0-9]{12,19})\\b")
        .pattern(START + "([2-9][0-9]{3}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{3})?)\\b")
        .onlyNear(Confidence.LIKELY, WORDS)
        .validator(plausible(text -> isRare(Digits.of(text))))
        .finds("my card 4222222222222", "card # 180020497005751", "cc 503802053770")
        .ignores("4222222222222", "card 4222222222223", "card 4111111111111111")
        .build();
  }

  /**
   * Of the ranges that start with 0 or 1 only one length was ever issued, and only Visa issued 13
   * digits; that leaves out the clock in milliseconds and microseconds.
   */
  private static boolean isRare(Digits digits) {
    if (digits.count() < 12 || digits.count() > 19 || CardIssuer.usual(digits)) {
      return false;
    }
    boolean issued =
        switch (digits.at(0)) {
          case 0 -> digits.count() == 12;
          case 1 -> digits.count() == 15;
          case 4 -> true;
          default -> digits.count() != 13;
        };
    return issued && !digits.allEqual() && Luhn.holds(digits);
  }
}
