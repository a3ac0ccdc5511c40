package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;
import static io.egressrules.dlp.personal.Form.proven;

import io.egressrules.dlp.check.CheckLetter;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Luhn;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;
import java.util.Locale;

/** Numbers that authorities of Spain, Portugal and Italy give to people. */
final class SouthernEurope {
  private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS_AS_LETTERS = "LMNPQRSTUV";

  /** What a character at an odd place counts, from 0 or A on: Decree 23/12/1976, table I. */
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private SouthernEurope() {}

  static List<Detector> all() {
    return List.of(nif(), nie(), portugueseNif(), codiceFiscale(), partitaIva(), italianCard());
  }

  private static Detector nif() {
    return personal("es-nif", "número de identificación fiscal", "Real Decreto 1553/2005")
        .pattern(START + "([0-9]{7,8}-?[A-Za-z])\\b")
        .confidence(Confidence.POSSIBLE)
        .near(
            Confidence.LIKELY,
            "dni",
            "nif",
            "documento nacional",
            "identificación",
            "identificacion",
            "identidad")
        .validator(plausible(SouthernEurope::isNif))
        .finds("DNI 12345678Z", "55555555K", "1111111-G")
        .ignores("DNI 12345678A", "DNI 123456789Z")
        .build();
  }

  private static boolean isNif(CharSequence text) {
    String compact = text.toString().replace("-", "");
    int last = compact.length() - 1;
    return compact.matches("[0-9]{7,8}[A-Za-z]")
        && CheckLetter.holds(
            compact.charAt(last), NIF_LETTERS, Digits.of(compact.substring(0, last)).remainder(23));
  }

  private static Detector nie() {
    return personal("es-nie", "número de identidad de extranjero", "Real Decreto 557/2011")
        .pattern(START + "([X-Zx-z]-?[0-9]{7}-?[A-Za-z])\\b")
        .near(Confidence.VERY_LIKELY, "nie", "extranjero", "identidad")
        .validator(plausible(SouthernEurope::isNie))
        .finds("Z8078221M", "NIE y8063915-z")
        .ignores("Z8078221N", "W8078221M")
        .build();
  }

  private static boolean isNie(CharSequence text) {
    String compact = text.toString().replace("-", "").toUpperCase(Locale.ROOT);
    return compact.matches("[XYZ][0-9]{7}[A-Z]")
        && isNif("XYZ".indexOf(compact.charAt(0)) + compact.substring(1));
  }

  private static Detector portugueseNif() {
    return personal("pt-nif", "número de identificação fiscal", "Decreto-Lei 14/2013")
        .pattern(START + "([1-9][0-9]{2} ?[0-9]{3} ?[0-9]{3})\\b")
        .onlyNear(Confidence.LIKELY, "nif", "contribuinte", "nipc", "identificação fiscal")
        .validator(
            digits(
                9,
                digits -> {
                  int rest = digits.weighted(9, 8, 7, 6, 5, 4, 3, 2) % 11;
                  return !digits.allEqual() && (rest < 2 ? 0 : 11 - rest) == digits.last();
                }))
        .finds("NIF: 123 456 789", "contribuinte 501964843")
        .ignores("123456789", "NIF: 123456788")
        .build();
  }

  private static Detector codiceFiscale() {
    String digit = "[0-9LMNP-V]";
    return personal("it-codice-fiscale", "codice fiscale", "Decreto Ministeriale 23/12/1976")
        .pattern(
            START
                + "((?i)[A-Z]{6}"
                + digit
                + "{2}[A-EHLMPRST]"
                + digit
                + "{2}[A-Z]"
                + digit
                + "{3}[A-Z])\\b")
        .validator(proven(SouthernEurope::isCodiceFiscale))
        .finds("RSSMRA85T10A562S", "cf rssmra85t10a562s.")
        .ignores("RSSMRA85T10A562T", "RSSMRA85Z10A562S", "ABCDEFGHIJKLMNOP")
        .build();
  }

  private static boolean isCodiceFiscale(CharSequence text) {
    String code = text.toString().toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]")) {
      return false;
    }
    int day = 10 * digitAt(code, 9) + digitAt(code, 10);
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = code.charAt(i);
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ODD[value] : value;
    }
    boolean dayExists = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
    return dayExists && CheckLetter.holds(code.charAt(15), ALPHABET, sum % 26);
  }

  private static int digitAt(String code, int at) {
    char c = code.charAt(at);
    return c <= '9' ? c - '0' : DIGITS_AS_LETTERS.indexOf(c);
  }

  private static Detector partitaIva() {
    return personal("it-partita-iva", "partita IVA", "Decreto 633/1972, article 35")
        .pattern(START + "(?:IT ?)?([0-9]{11})\\b")
        .onlyNear(Confidence.LIKELY, "iva", "piva", "partita", "vat")
        .validator(digits(11, digits -> !digits.allEqual() && Luhn.holds(digits)))
        .finds("P.IVA 01333550323", "partita IVA IT01333550323")
        .ignores("01333550323", "P.IVA 01333550324", "P.IVA 00000000000")
        .build();
  }

  private static Detector italianCard() {
    return personal(
            "it-document",
            "number of an Italian identity card, passport or driving licence",
            "Decreto Ministeriale 23/12/2015")
        .pattern(START + "((?i)[A-Z]{2} ?[0-9]{7}|[0-9]{7}[A-Z]{2}|C[A-Z][0-9]{5}[A-Z]{2})\\b")
        .pattern(START + "((?i)[A-Z]{2}[0-9]{7}[A-Z]|U1[A-Z0-9]{7}[A-Z])\\b")
        .onlyNear(
            Confidence.LIKELY,
            "carta d'identità",
            "carta identità",
            "identità",
            "cie",
            "passaporto",
            "patente",
            "passport",
            "identity card",
            "driving licence",
            "license")
        .finds("passaporto AA1234567", "patente AA0123456B", "carta d'identità CA00000AA")
        .ignores("AA1234567", "patente AA12345")
        .build();
  }
}
