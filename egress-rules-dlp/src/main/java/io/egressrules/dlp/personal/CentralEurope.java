package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.ofDigits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.check.CalendarDay;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Iso7064;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Numbers of people in the Netherlands, Belgium, Switzerland, Poland, Croatia and Turkey. */
final class CentralEurope {
  private static final int[] CENTURIES = {1900, 2000, 2100, 2200, 1800};

  private CentralEurope() {}

  static List<Detector> all() {
    return List.of(bsn(), rijksregister(), ahv(), pesel(), nip(), regon(), oib(), turkishId());
  }

  private static Detector bsn() {
    return personal("nl-bsn", "burgerservicenummer", "Wet algemene bepalingen burgerservicenummer")
        .pattern(START + "([0-9]{9}|[0-9]{4}[ .][0-9]{2}[ .][0-9]{3})\\b")
        .onlyNear(Confidence.LIKELY, "bsn", "burgerservicenummer", "sofinummer", "sofi")
        .validator(
            digits(
                9,
                digits ->
                    !digits.allEqual() && digits.weighted(9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0))
        .finds("BSN 111222333", "burgerservicenummer: 1234.56.782")
        .ignores("111222333", "BSN 111222334", "BSN 000000000")
        .build();
  }

  private static Detector rijksregister() {
    return personal("be-national-number", "rijksregisternummer", "Law of 8 August 1983, article 2")
        .pattern(START + "([0-9]{2}\\.[0-9]{2}\\.[0-9]{2}-[0-9]{3}[.-][0-9]{2})\\b")
        .pattern(START + "([0-9]{11})\\b")
        .onlyNear(
            Confidence.LIKELY,
            "rijksregister",
            "rijksregisternummer",
            "registre national",
            "insz",
            "niss",
            "national number",
            "numéro national")
        .validator(digits(11, CentralEurope::isRijksregister))
        .finds("rijksregisternummer 85.07.30-033.28", "NISS 85073003328")
        .ignores("85073003328", "NISS 85073003329")
        .build();
  }

  /** 97 less the remainder of the first nine; those born from 2000 on have a 2 before them. */
  private static boolean isRijksregister(Digits digits) {
    int own = digits.first(9).remainder(97);
    int later = (2_000_000_000 % 97 + own) % 97;
    int key = digits.number(9, 11);
    return digits.number(2, 4) % 20 <= 12 && (97 - own == key || 97 - later == key);
  }

  private static Detector ahv() {
    return personal("ch-ahv", "AHV-Nummer", "AHVV, article 133")
        .pattern(START + "(756\\.[0-9]{4}\\.[0-9]{4}\\.[0-9]{2}|756[0-9]{10})\\b")
        .near(Confidence.VERY_LIKELY, "ahv", "avs", "sozialversicherungsnummer", "navs")
        .validator(
            digits(
                13,
                digits ->
                    digits.number(0, 3) == 756
                        && digits.weighted(1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0))
        .finds("756.9217.0769.85", "AHV 7569217076985")
        .ignores("756.9217.0769.84", "757.9217.0769.85")
        .build();
  }

  private static Detector pesel() {
    return personal("pl-pesel", "PESEL", "Ustawa o ewidencji ludności, article 15")
        .pattern(START + "([0-9]{11})\\b")
        .confidence(Confidence.POSSIBLE)
        .near(Confidence.LIKELY, "pesel", "numer pesel", "ewidencyjny")
        .validator(
            plausible(
                text ->
                    text.toString().matches("[0-9]{11}")
                        && ofDigits(11, CentralEurope::isPesel).test(text)))
        .finds("PESEL: 44051401458", "02070803628")
        .ignores("44051401459", "PESEL 44131401458", "440514014588")
        .build();
  }

  /** The month has 20 added for each century after 1900, 80 for the one before. */
  private static boolean isPesel(Digits digits) {
    int month = digits.number(2, 4);
    int year = CENTURIES[month / 20] + digits.number(0, 2);
    return CalendarDay.exists(year, month % 20, digits.number(4, 6))
        && digits.weighted(1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
  }

  private static Detector nip() {
    return personal("pl-nip", "NIP", "Ustawa o zasadach ewidencji podatników, article 8a")
        .pattern(START + "([1-9][0-9]{9}|[1-9][0-9]{2}-[0-9]{3}-[0-9]{2}-[0-9]{2})\\b")
        .onlyNear(Confidence.LIKELY, "nip", "podatnika", "vat")
        .validator(
            digits(
                10,
                digits ->
                    !digits.allEqual()
                        && digits.weighted(6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digits.last()))
        .finds("NIP 526-000-12-46", "nip: 5260001246")
        .ignores("5260001246", "NIP 526-000-12-47")
        .build();
  }

  private static Detector regon() {
    return personal("pl-regon", "REGON", "Ustawa o statystyce publicznej, article 42")
        .pattern(START + "([0-9]{9}|[0-9]{14})\\b")
        .onlyNear(Confidence.LIKELY, "regon")
        .validator(
            plausible(
                text -> {
                  Digits digits = Digits.of(text);
                  return digits.count() == 9 ? isShortRegon(digits) : isLongRegon(digits);
                }))
        .finds("REGON 123456785", "regon: 12345678512347")
        .ignores("123456785", "REGON 123456786", "REGON 12345678512348")
        .build();
  }

  private static boolean isLongRegon(Digits digits) {
    return digits.count() == 14
        && isShortRegon(digits.first(9))
        && digits.weighted(2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8) % 11 % 10 == digits.last();
  }

  private static boolean isShortRegon(Digits digits) {
    return !digits.allEqual() && digits.weighted(8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == digits.last();
  }

  private static Detector oib() {
    return personal("hr-oib", "OIB", "Zakon o osobnom identifikacijskom broju, article 6")
        .pattern(START + "([0-9]{11})\\b")
        .onlyNear(Confidence.LIKELY, "oib", "osobni identifikacijski broj")
        .validator(digits(11, digits -> !digits.allEqual() && Iso7064.mod11Ten(digits)))
        .finds("OIB 33392005961")
        .ignores("33392005961", "OIB 33392005962")
        .build();
  }

  private static Detector turkishId() {
    return personal("tr-identity", "T.C. kimlik numarası", "Law 5490, article 46")
        .pattern(START + "([1-9][0-9]{9}[02468])\\b")
        .confidence(Confidence.POSSIBLE)
        .near(
            Confidence.LIKELY,
            "tckn",
            "kimlik",
            "t.c.",
            "tc",
            "turkish id",
            "kimlik no",
            "vatandaşlık")
        .validator(digits(11, CentralEurope::isTurkishId))
        .finds("TCKN 10000000146", "36493665440")
        .ignores("10000000145", "02531814694", "TCKN 11798724308")
        .build();
  }

  private static boolean isTurkishId(Digits digits) {
    int odd = digits.weighted(1, 0, 1, 0, 1, 0, 1, 0, 1);
    int even = digits.weighted(0, 1, 0, 1, 0, 1, 0, 1);
    return digits.at(0) != 0
        && Math.floorMod(7 * odd - even, 10) == digits.at(9)
        && digits.weighted(1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10 == digits.last();
  }
}
