package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.check.CalendarDay;
import io.egressrules.dlp.check.CheckLetter;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Luhn;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Numbers that authorities of Finland, Sweden, Norway and Denmark give to people. */
final class NorthernEurope {
  private static final String HETU_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String HETU_CENTURIES = "+-YXWVUABCDEF";

  private NorthernEurope() {}

  static List<Detector> all() {
    return List.of(hetu(), personnummer(), organisationsnummer(), fodselsnummer(), cpr());
  }

  private static Detector hetu() {
    return personal("fi-hetu", "henkilötunnus", "Finnish Government Decree 128/2010")
        .pattern(START + "([0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-FHJ-NPR-Y])\\b")
        .near(Confidence.VERY_LIKELY, "hetu", "henkilötunnus", "personbeteckning", "identity code")
        .validator(plausible(NorthernEurope::isHetu))
        .finds("131052-308T", "hetu 010594Y9032")
        .ignores("131052-308U", "311190-1111", "321052-308T", "131052-001T")
        .build();
  }

  private static boolean isHetu(CharSequence text) {
    if (text.length() != 11) {
      return false;
    }
    Digits digits = Digits.of(text.subSequence(0, 6) + "" + text.subSequence(7, 10));
    int century = HETU_CENTURIES.indexOf(text.charAt(6));
    if (digits.count() != 9 || century < 0) {
      return false;
    }
    int year = (century == 0 ? 1800 : century < 7 ? 1900 : 2000) + digits.number(4, 6);
    return CalendarDay.exists(year, digits.number(2, 4), digits.number(0, 2))
        && digits.number(6, 9) >= 2
        && CheckLetter.holds(text.charAt(10), HETU_LETTERS, digits.remainder(31));
  }

  private static Detector personnummer() {
    return personal("se-personnummer", "personnummer", "Folkbokföringslag 1991:481, section 18")
        .pattern(START + "((?:18|19|20)[0-9]{6}[-+]?[0-9]{4})\\b")
        .pattern(START + "([0-9]{6}[-+][0-9]{4})\\b")
        .confidence(Confidence.POSSIBLE)
        .near(
            Confidence.LIKELY,
            "personnummer",
            "pnr",
            "samordningsnummer",
            "personal identity",
            "identity code",
            "person")
        .validator(plausible(NorthernEurope::isPersonnummer))
        .finds("811218-9876", "personnummer 200109022392", "19910924-2397 pnr")
        .ignores("811218-9875", "811318-9876", "19000309-3393")
        .build();
  }

  /** The day is 60 greater in a coordination number. */
  private static boolean isPersonnummer(CharSequence text) {
    Digits digits = Digits.of(text.toString().replace('+', '-'));
    if (digits.count() != 10 && digits.count() != 12) {
      return false;
    }
    int from = digits.count() - 10;
    int year = digits.number(from, from + 2);
    int month = digits.number(from + 2, from + 4);
    int day = digits.number(from + 4, from + 6) % 60;
    boolean exists =
        from == 0
            ? CalendarDay.existsInSomeCentury(year, month, day)
            : CalendarDay.exists(digits.number(0, 4), month, day);
    return exists && Luhn.holds(lastTen(digits));
  }

  private static Digits lastTen(Digits digits) {
    StringBuilder text = new StringBuilder();
    for (int i = digits.count() - 10; i < digits.count(); i++) {
      text.append(digits.at(i));
    }
    return Digits.of(text);
  }

  private static Detector organisationsnummer() {
    return personal("se-organisationsnummer", "organisationsnummer", "Lag 1974:174")
        .pattern(START + "((?:16)?[1-9][0-9]{5}-?[0-9]{4})\\b")
        .onlyNear(
            Confidence.LIKELY,
            "organisationsnummer",
            "orgnr",
            "företag",
            "company",
            "momsnr",
            "bolag")
        .validator(
            plausible(
                text -> {
                  Digits digits = Digits.of(text);
                  return digits.count() >= 10
                      && lastTen(digits).at(2) >= 2
                      && Luhn.holds(lastTen(digits));
                }))
        .finds("orgnr 556703-7485", "Organisationsnummer: 212000-0142")
        .ignores("556703-7485", "orgnr 556703-7486", "orgnr 551203-7485")
        .build();
  }

  private static Detector fodselsnummer() {
    return personal("no-fodselsnummer", "fødselsnummer", "Folkeregisterloven 2016, section 3-1")
        .pattern(START + "([0-7][0-9]{5} ?[0-9]{5})\\b")
        .onlyNear(
            Confidence.LIKELY, "fødselsnummer", "fodselsnummer", "fnr", "personnummer", "d-nummer")
        .validator(
            digits(
                11,
                digits ->
                    digits.weighted(3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                        && digits.weighted(5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0
                        && !digits.allEqual()))
        .finds("fødselsnummer 15108695088")
        .ignores("15108695088", "fødselsnummer 15108695089")
        .build();
  }

  private static Detector cpr() {
    return personal("dk-cpr", "CPR-nummer", "CPR-loven, section 3")
        .pattern(START + "([0-3][0-9][01][0-9]{3}[- ]?[0-9]{4})\\b")
        .onlyNear(Confidence.LIKELY, "cpr", "cpr nr", "cpr-nummer", "personnummer", "cprnr")
        .validator(
            digits(
                10,
                digits ->
                    CalendarDay.existsInSomeCentury(
                        digits.number(4, 6), digits.number(2, 4), digits.number(0, 2))))
        .finds("CPR-nummer 070761-4285", "cpr: 0707614285")
        .ignores("070761-4285", "CPR 321361-4285")
        .build();
  }
}
