package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Luhn;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Numbers that authorities of France give to people and their businesses. */
final class France {
  private France() {}

  static List<Detector> all() {
    return List.of(nir(), siren(), siret());
  }

  private static Detector nir() {
    return personal("fr-nir", "numéro de sécurité sociale", "INSEE, decree 82-103")
        .pattern(START + "([1-478][0-9]{4}[0-9AB]{2}[0-9]{8})\\b")
        .pattern(
            START
                + "([1-478] [0-9]{2} [0-9]{2} (?:[0-9]{2}|2[AB]) [0-9]{3} [0-9]{3} ?/? ?[0-9]{2})\\b")
        .near(
            Confidence.VERY_LIKELY, "nir", "insee", "sécurité sociale", "sécu", "securite sociale")
        .validator(plausible(France::isNir))
        .finds("2 55 08 14 168 025 38", "nir=255081416802538", "1 85 05 2A 006 084 35")
        .ignores("255081416802539", "555081416802538", "255131416802538")
        .build();
  }

  /** 97 less the remainder of the first 13, where Corsica's 2A counts as 19 and 2B as 18. */
  private static boolean isNir(CharSequence text) {
    String written = text.toString().replace("2A", "19").replace("2B", "18");
    Digits digits = Digits.of(written);
    if (digits.count() != 15) {
      return false;
    }
    int month = digits.number(3, 5);
    boolean monthKnown = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    int key = digits.number(13, 15);
    return monthKnown && digits.at(0) != 0 && 97 - digits.first(13).remainder(97) == key;
  }

  private static Detector siren() {
    return personal("fr-siren", "numéro SIREN", "INSEE, decree 73-314")
        .pattern(START + "([0-9]{3} ?[0-9]{3} ?[0-9]{3})\\b")
        .onlyNear(Confidence.LIKELY, "siren", "rcs")
        .validator(digits(9, digits -> !digits.allEqual() && Luhn.holds(digits)))
        .finds("SIREN 732 829 320", "siren: 732829320")
        .ignores("732829320", "SIREN 732829321", "SIREN 000000000")
        .build();
  }

  private static Detector siret() {
    return personal("fr-siret", "numéro SIRET", "INSEE, decree 73-314")
        .pattern(START + "([0-9]{3} ?[0-9]{3} ?[0-9]{3} ?[0-9]{5})\\b")
        .onlyNear(Confidence.LIKELY, "siret")
        .validator(
            digits(
                14,
                digits -> !digits.allEqual() && Luhn.holds(digits) && Luhn.holds(digits.first(9))))
        .finds("SIRET 732 829 320 00074")
        .ignores("73282932000074", "SIRET 73282932000075")
        .build();
  }
}
