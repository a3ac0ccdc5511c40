package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;

import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Luhn;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;
import java.util.Set;

/** Numbers that authorities of the United States give to people. */
final class UnitedStates {
  private static final String[] SSN_WORDS = {
    "ssn",
    "ssns",
    "social security",
    "social insurance",
    "soc sec",
    "ss#",
    "ssid",
    "tin",
    "taxpayer"
  };

  /** Printed on a wallet insert and in advertisements, and used by thousands since. */
  private static final Set<Integer> KNOWN_INVALID = Set.of(78051120, 219099999, 457555462);

  private UnitedStates() {}

  static List<Detector> all() {
    return List.of(ssn(), bareSsn(), itin(), npi(), mbi(), dea(), passport(), drivingLicence());
  }

  private static Detector ssn() {
    return personal("us-ssn", "Social Security number", "Social Security Administration, RM 10201")
        .pattern(START + "([0-9]{3}-[0-9]{2}-[0-9]{4}(?:-[0-9]+)*)\\b")
        .near(Confidence.VERY_LIKELY, SSN_WORDS)
        .validator(digits(9, UnitedStates::isSsn))
        .finds("078-05-1123", "SSN: 460-89-9847", "853-37-1694, 1 Main St")
        .ignores(
            "000-05-1123",
            "666-05-1123",
            "900-05-1123",
            "078-00-1123",
            "078-05-0000",
            "078-05-1120",
            "078-05-1123-7",
            "1-078-05-1123")
        .build();
  }

  private static Detector bareSsn() {
    return personal(
            "us-ssn-bare",
            "Social Security number without dashes",
            "Social Security Administration, RM 10201")
        .pattern(START + "([0-9]{9}|[0-9]{3} [0-9]{2} [0-9]{4}|[0-9]{3}\\.[0-9]{2}\\.[0-9]{4})\\b")
        .onlyNear(Confidence.LIKELY, SSN_WORDS)
        .validator(digits(9, UnitedStates::isSsn))
        .finds("ssn 078051123", "{\"customerSsn\": \"078 05 1123\"}", "Social Security 078.05.1123")
        .ignores("078051123", "ssn 078051120", "ssn 666051123", "ssn 123456789", "ssn 111111111")
        .build();
  }

  private static boolean isSsn(Digits digits) {
    int area = digits.number(0, 3);
    int whole = digits.number(0, 9);
    return area > 0
        && area < 900
        && area != 666
        && digits.number(3, 5) > 0
        && digits.number(5, 9) > 0
        && !digits.allEqual()
        && whole != 123456789
        && !KNOWN_INVALID.contains(whole);
  }

  private static Detector itin() {
    return personal(
            "us-itin",
            "individual taxpayer identification number",
            "Internal Revenue Service, Publication 1915")
        .pattern(START + "(9[0-9]{2}-[0-9]{2}-[0-9]{4})\\b")
        .pattern(START + "(9[0-9]{8}|9[0-9]{2} [0-9]{2} [0-9]{4})\\b")
        .confidence(Confidence.POSSIBLE)
        .near(Confidence.LIKELY, "itin", "taxpayer", "tax id", "tin", "tax")
        .validator(digits(9, UnitedStates::isItin))
        .finds("911-70-1234", "ITIN 911 53 1234", "itin=911941234")
        .ignores("911-89-1234", "911-93-1234", "911-49-1234", "811-70-1234")
        .build();
  }

  private static boolean isItin(Digits digits) {
    int group = digits.number(3, 5);
    return digits.at(0) == 9
        && ((group >= 50 && group <= 65)
            || (group >= 70 && group <= 88)
            || (group >= 90 && group <= 92)
            || group >= 94);
  }

  private static Detector npi() {
    return personal("us-npi", "national provider identifier", "45 CFR 162.406")
        .pattern(START + "([12][0-9]{9}|[12][0-9]{3}[ -][0-9]{3}[ -][0-9]{3})\\b")
        .onlyNear(Confidence.LIKELY, "npi", "provider", "prescriber", "physician")
        .validator(
            digits(
                10,
                digits -> (digits.at(0) == 1 || digits.at(0) == 2) && Luhn.holds("80840", digits)))
        .finds("NPI: 1234567893", "npi 1234-567-893")
        .ignores("1234567893", "NPI: 1234567890", "NPI: 3234567893")
        .build();
  }

  private static Detector mbi() {
    String letter = "[AC-HJKMNP-RT-Y]";
    String any = "[0-9AC-HJKMNP-RT-Y]";
    String first = "[1-9]" + letter + any + "[0-9]";
    String second = letter + any + "[0-9]";
    String third = letter + letter + "[0-9]{2}";
    return personal(
            "us-mbi",
            "Medicare beneficiary identifier",
            "Centers for Medicare and Medicaid Services, Understanding the MBI Format")
        .pattern(START + "(" + first + second + third + ")\\b")
        .pattern(START + "((?i)" + first + "-" + second + "-" + third + ")\\b")
        .near(Confidence.VERY_LIKELY, "medicare", "mbi", "beneficiary")
        .finds("1EG4TE5MK73", "Medicare ID: 3cd5-fg7-hj89")
        .ignores("1EG4TE5MK734", "AEG4-TE5-MK73", "1SG4TE5MK73", "12G4-TE5-MK73")
        .build();
  }

  private static Detector dea() {
    return personal(
            "us-dea",
            "registration number of a prescriber",
            "Drug Enforcement Administration, 21 CFR 1301")
        .pattern(START + "([ABFGMPRX][A-Z9][0-9]{7}|[CDEHJKLSTU][A-Z9][0-9]{7})\\b")
        .onlyNear(
            Confidence.LIKELY, "dea", "prescriber", "physician", "medical license", "registrant")
        .validator(
            Form.plausible(
                text -> {
                  Digits digits =
                      Digits.of(text.length() < 2 ? "" : text.subSequence(2, text.length()));
                  return digits.count() == 7
                      && digits.weighted(1, 2, 1, 2, 1, 2) % 10 == digits.last();
                }))
        .finds("DEA number K92993548", "DEA: BB1388568")
        .ignores("BB1388568", "DEA: BB1388569")
        .build();
  }

  private static Detector passport() {
    return personal(
            "us-passport", "United States passport number", "Department of State, form DS-11")
        .pattern(START + "([A-Z][0-9]{8}|[0-9]{9})\\b")
        .onlyNear(Confidence.LIKELY, "passport", "travel document", "passports")
        .finds("passport number A12803456", "passport: 912803456")
        .ignores("A12803456", "passport A1280345")
        .build();
  }

  private static Detector drivingLicence() {
    return personal(
            "us-driving-licence",
            "driver's license number",
            "AAMVA DL/ID Card Design Standard, Annex")
        .pattern(START + "([A-Z][0-9]{7,14}|[A-Z]{2}[0-9]{6}|[A-Z][0-9]{3}-[0-9]{4}-[0-9]{4})\\b")
        .pattern(START + "([0-9]{7,9})\\b")
        .onlyNear(
            Confidence.POSSIBLE,
            "driver license",
            "driver's license",
            "drivers license",
            "driving license",
            "driver licence",
            "dl number",
            "license number")
        .finds("my driver's license is H12234567", "Driver License 1234567")
        .ignores("H12234567", "software license 1234567")
        .build();
  }
}
