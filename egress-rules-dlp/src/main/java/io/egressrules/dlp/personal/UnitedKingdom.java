package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.check.CalendarDay;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Numbers that authorities of the United Kingdom and Ireland give to people. */
final class UnitedKingdom {
  private static final Set<String> UNUSED_PREFIXES =
      Set.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ");

  private UnitedKingdom() {}

  static List<Detector> all() {
    return List.of(nino(), nhs(), drivingLicence(), passport(), irishPps());
  }

  private static Detector nino() {
    return personal("uk-nino", "national insurance number", "HMRC, NIM39110")
        .pattern(
            START
                + "((?i)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D])\\b")
        .confidence(Confidence.POSSIBLE)
        .near(Confidence.LIKELY, "nino", "ni", "national insurance", "insurance", "ni number")
        .validator(
            plausible(
                text ->
                    text.length() > 2
                        && !UNUSED_PREFIXES.contains(
                            text.toString().substring(0, 2).toUpperCase(Locale.ROOT))))
        .finds("AA 12 34 56 B", "NI number tw987654a", "AB123456C")
        .ignores("GB123456C", "AB123456E", "FA123456C", "AB1234567C")
        .build();
  }

  private static Detector nhs() {
    return personal("uk-nhs", "NHS number", "NHS Data Dictionary, NHS NUMBER")
        .pattern(START + "([0-9]{10}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{4})\\b")
        .onlyNear(Confidence.LIKELY, "nhs", "patient", "national health")
        .validator(
            digits(
                10,
                digits ->
                    !digits.allEqual() && digits.weighted(10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0))
        .finds("NHS number 401-023-2137", "nhsNumber=9434765919")
        .ignores("401-023-2137", "NHS 401-023-2138", "NHS 0000000000")
        .build();
  }

  private static Detector drivingLicence() {
    return personal("uk-driving-licence", "driver number", "DVLA, driver number format")
        .pattern(START + "([A-Z]{1,5}9{0,4}[0-9]{6}[A-Z9]{2}[0-9A-Z][A-Z]{2})\\b")
        .validator(plausible(UnitedKingdom::isDriver))
        .finds("MORGA657054SM9IJ", "Licence: SMITH802290AB1CD")
        .ignores("MORGA607054SM9I", "SMITH813310AB1CD", "SMITH812320AB1CD")
        .build();
  }

  /** Five of the surname filled up with 9, decade, month (50 more for women), day, year. */
  private static boolean isDriver(CharSequence text) {
    if (text.length() != 16) {
      return false;
    }
    Digits digits = Digits.of(text.subSequence(5, 11));
    return digits.count() == 6
        && CalendarDay.existsInSomeCentury(
            10 * digits.at(0) + digits.at(5), digits.number(1, 3) % 50, digits.number(3, 5));
  }

  private static Detector passport() {
    return personal("uk-passport", "British passport number", "HM Passport Office")
        .pattern(START + "((?i)[A-Z]{2}[0-9]{7}|[0-9]{9})\\b")
        .onlyNear(Confidence.LIKELY, "british passport", "uk passport", "passport")
        .finds("passport number CD7654321", "UK passport 925665416")
        .ignores("CD7654321", "passport AB12345678")
        .build();
  }

  private static Detector irishPps() {
    return personal(
            "ie-pps", "personal public service number", "Social Welfare Consolidation Act 2005")
        .pattern(START + "([0-9]{7}[A-W][A-IW]?)\\b")
        .onlyNear(Confidence.LIKELY, "pps", "ppsn", "pps no", "public service number")
        .validator(plausible(UnitedKingdom::isPps))
        .finds("PPS 1234567T", "PPSN: 1234567FA")
        .ignores("1234567T", "PPS 1234567A")
        .build();
  }

  private static boolean isPps(CharSequence text) {
    if (text.length() < 8) {
      return false;
    }
    Digits digits = Digits.of(text.subSequence(0, 7));
    int second = text.length() > 8 && text.charAt(8) != 'W' ? text.charAt(8) - '@' : 0;
    return digits.count() == 7
        && (digits.weighted(8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23 == (text.charAt(7) - '@') % 23;
  }
}
