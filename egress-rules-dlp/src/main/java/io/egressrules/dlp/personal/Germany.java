package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.check.CheckLetter;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Iso7064;
import io.egressrules.dlp.check.MachineReadable;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Numbers that authorities of Germany give to people. */
final class Germany {
  /** A serial number of nine letters and digits, older ones of eight, and its check digit. */
  private static final String DOCUMENT =
      START + "((?i)[CFGHJ-NPRTV-Z][CFGHJ-NPRTV-Z0-9]{7,8}[0-9])[Dd]?\\b";

  private Germany() {}

  static List<Detector> all() {
    return List.of(
        taxId(),
        vatId(),
        pension(),
        healthInsurance(),
        identityCard(),
        passport(),
        doctor(),
        practice());
  }

  private static Detector taxId() {
    return personal("de-tax-id", "Steuerliche Identifikationsnummer", "section 139b AO")
        .pattern(START + "([1-9][0-9]{10}|[1-9][0-9] [0-9]{3} [0-9]{3} [0-9]{3})\\b")
        .onlyNear(
            Confidence.LIKELY,
            "steuer",
            "steuerid",
            "steuernummer",
            "steueridentifikationsnummer",
            "idnr",
            "identifikationsnummer",
            "tin",
            "tax id")
        .validator(digits(11, Germany::isTaxId))
        .finds("Meine Steuer-ID: 86095742719", "IdNr. 47 036 892 816")
        .ignores("86095742719", "Steuer-ID 86095742718", "Steuer-ID 11111111111")
        .build();
  }

  /** Of its first ten digits at most one occurs more than once, and that at most three times. */
  private static boolean isTaxId(Digits digits) {
    Digits own = digits.first(10);
    long repeated = IntStream.range(0, 10).filter(digit -> own.occurrences(digit) > 1).count();
    return digits.at(0) != 0
        && repeated <= 1
        && IntStream.range(0, 10).allMatch(digit -> own.occurrences(digit) <= 3)
        && Iso7064.mod11Ten(digits);
  }

  private static Detector vatId() {
    return personal("de-vat-id", "Umsatzsteuer-Identifikationsnummer", "section 27a UStG")
        .pattern(START + "((?i:DE)[ -]?[0-9]{9}|(?i:DE)[ .-][0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3})\\b")
        .validator(
            plausible(
                text ->
                    text.toString().toUpperCase(Locale.ROOT).startsWith("DE")
                        && isVatNumber(Digits.of(text.subSequence(2, text.length())))))
        .finds("DE136695976", "USt-IdNr. DE 129 273 398", "de-136-695-976")
        .ignores("DE136695975", "AT136695976", "DE1366959760", "DE000000000")
        .build();
  }

  private static boolean isVatNumber(Digits digits) {
    return digits.count() == 9 && digits.at(0) != 0 && Iso7064.mod11Ten(digits);
  }

  private static Detector pension() {
    return personal("de-pension-insurance", "Rentenversicherungsnummer", "section 147 SGB VI")
        .pattern(START + "([0-9]{8}[A-Z][0-9]{3}|[0-9]{2} ?[0-9]{6} ?[A-Z] ?[0-9]{3})\\b")
        .near(
            Confidence.VERY_LIKELY,
            "rentenversicherung",
            "rentenversicherungsnummer",
            "sozialversicherungsnummer",
            "versicherungsnummer",
            "svnr",
            "rvnr",
            "rentennummer")
        .validator(plausible(Germany::isPension))
        .finds("15070649C103", "RVNR 65 070803 A 019")
        .ignores("15070649C100", "15420649C103", "15071349C103", "15070649C1030")
        .build();
  }

  /** Area, day of birth (the day may be 50 greater), initial, serial number, check digit. */
  private static boolean isPension(CharSequence text) {
    String compact = text.toString().replace(" ", "");
    if (!compact.matches("[0-9]{8}[A-Za-z][0-9]{3}")) {
      return false;
    }
    Digits digits = Digits.of(CheckLetter.numbered(compact, 1, 2));
    int day = digits.number(2, 4) % 50;
    int month = digits.number(4, 6);
    return day >= 1
        && day <= 31
        && digits.at(2) < 9
        && month >= 1
        && month <= 12
        && digits.crossWeighted(2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1) % 10 == digits.last();
  }

  private static Detector healthInsurance() {
    return personal("de-health-insurance", "Krankenversichertennummer", "section 290 SGB V")
        .pattern(START + "((?i)[A-Z][0-9]{9})\\b")
        .confidence(Confidence.POSSIBLE)
        .near(
            Confidence.LIKELY,
            "krankenversicherung",
            "krankenversichertennummer",
            "krankenkasse",
            "versichertennummer",
            "versicherten",
            "kvnr",
            "kvn",
            "egk",
            "gesundheitskarte")
        .validator(plausible(Germany::isHealthInsurance))
        .finds("eGK-Nummer M123456785", "A000500015")
        .ignores("A123456787", "A1234567800")
        .build();
  }

  private static boolean isHealthInsurance(CharSequence text) {
    if (!text.toString().matches("[A-Za-z][0-9]{9}")) {
      return false;
    }
    Digits digits = Digits.of(CheckLetter.numbered(text, 1, 2));
    return digits.crossWeighted(1, 2, 1, 2, 1, 2, 1, 2, 1, 2) % 10 == digits.last();
  }

  private static Detector identityCard() {
    return personal(
            "de-id-card",
            "number of a Personalausweis with its check digit",
            "BSI TR-03110, ICAO Doc 9303-3")
        .pattern(DOCUMENT)
        .onlyNear(
            Confidence.LIKELY,
            "ausweis",
            "personalausweis",
            "ausweisnummer",
            "id card",
            "identity card",
            "seriennummer")
        .validator(plausible(MachineReadable::holds))
        .finds("Personalausweis L01X00T471", "Ausweisnummer: l01x00t471d")
        .ignores("L01X00T471", "Personalausweis L01X00T472")
        .build();
  }

  private static Detector passport() {
    return personal(
            "de-passport",
            "number of a Reisepass with its check digit",
            "BSI TR-03110, ICAO Doc 9303-3")
        .pattern(DOCUMENT)
        .onlyNear(Confidence.LIKELY, "reisepass", "passnummer", "pass nr", "pass-nr", "passport")
        .validator(plausible(MachineReadable::holds))
        .finds("Reisepass: C01X00T478D", "Pass-Nr. C01X00T478")
        .ignores("C01X00T478", "Reisepass C01X00T479")
        .build();
  }

  private static Detector doctor() {
    return personal("de-doctor", "lebenslange Arztnummer", "KBV, section 75 SGB V")
        .pattern(START + "([0-9]{9})\\b")
        .onlyNear(Confidence.LIKELY, "lanr", "arztnummer", "arzt")
        .validator(
            digits(
                9,
                digits ->
                    digits.number(0, 6) > 0
                        && (10 - digits.weighted(4, 9, 4, 9, 4, 9) % 10) % 10 == digits.at(6)))
        .finds("LANR 123456601", "Arztnummer: 234567701")
        .ignores("123456601", "LANR 123456901", "LANR 000000000")
        .build();
  }

  private static Detector practice() {
    return personal("de-practice", "Betriebsstättennummer", "KBV, section 75 SGB V")
        .pattern(START + "([0-9]{9})\\b")
        .onlyNear(Confidence.POSSIBLE, "bsnr", "betriebsstättennummer", "betriebsstätte")
        .validator(digits(9, digits -> !digits.allEqual()))
        .finds("BSNR 021234568")
        .ignores("021234568", "BSNR 000000000")
        .build();
  }
}
