package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.check.CalendarDay;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Luhn;
import io.egressrules.dlp.check.Verhoeff;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Numbers of people in Australia, South Africa, Nigeria and Israel. */
final class SouthernHemisphere {
  private SouthernHemisphere() {}

  static List<Detector> all() {
    return List.of(tfn(), abn(), acn(), medicare(), southAfrica(), nigeria(), israel());
  }

  private static Detector tfn() {
    return personal("au-tfn", "tax file number", "Taxation Administration Act 1953, Part VA")
        .pattern(START + "([0-9]{3} ?[0-9]{3} ?[0-9]{3})\\b")
        .onlyNear(Confidence.LIKELY, "tfn", "tax file", "tax file number")
        .validator(
            digits(
                9,
                digits ->
                    !digits.allEqual() && digits.weighted(1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0))
        .finds("TFN 876 543 210", "tax file number 876543210")
        .ignores("876543210", "TFN 876543211")
        .build();
  }

  private static Detector abn() {
    return personal("au-abn", "Australian business number", "A New Tax System (ABN) Act 1999")
        .pattern(START + "([1-9][0-9] ?[0-9]{3} ?[0-9]{3} ?[0-9]{3})\\b")
        .onlyNear(Confidence.LIKELY, "abn", "australian business")
        .validator(
            digits(
                11,
                digits ->
                    digits.at(0) > 0
                        && (digits.weighted(10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0))
        .finds("ABN 51 824 753 556", "abn: 51824753556")
        .ignores("51824753556", "ABN 51 824 753 557")
        .build();
  }

  private static Detector acn() {
    return personal("au-acn", "Australian company number", "Corporations Act 2001, section 118")
        .pattern(START + "([0-9]{3} ?[0-9]{3} ?[0-9]{3})\\b")
        .onlyNear(Confidence.LIKELY, "acn", "australian company")
        .validator(
            digits(
                9,
                digits ->
                    !digits.allEqual()
                        && (10 - digits.weighted(8, 7, 6, 5, 4, 3, 2, 1) % 10) % 10
                            == digits.last()))
        .finds("ACN 000 000 019", "acn=006249976")
        .ignores("006249976", "ACN 006249977")
        .build();
  }

  private static Detector medicare() {
    return personal(
            "au-medicare", "Australian Medicare number", "Services Australia, METeOR 270101")
        .pattern(START + "([2-6][0-9]{3} ?[0-9]{5} ?[0-9](?:[ /-]?[1-9])?)\\b")
        .onlyNear(Confidence.LIKELY, "medicare")
        .validator(
            plausible(
                text -> {
                  Digits digits = Digits.of(text);
                  return (digits.count() == 10 || digits.count() == 11)
                      && digits.at(0) >= 2
                      && digits.at(0) <= 6
                      && digits.weighted(1, 3, 7, 9, 1, 3, 7, 9) % 10 == digits.at(8);
                }))
        .finds("Medicare 2123 45670 1", "medicare card 2123456701")
        .ignores("2123456701", "Medicare 2123 25870 1")
        .build();
  }

  private static Detector southAfrica() {
    return personal("za-identity", "South African identity number", "Identification Act 68 of 1997")
        .pattern(START + "([0-9]{6}[0-9]{4}[0-2][89][0-9])\\b")
        .near(
            Confidence.VERY_LIKELY, "south african", "said", "rsa", "identity number", "id number")
        .validator(
            plausible(
                text ->
                    text.toString().matches("[0-9]{10}[0-2][89][0-9]")
                        && CalendarDay.begins(Digits.of(text))
                        && Luhn.holds(Digits.of(text))))
        .finds("8001015009087", "My South African ID is 9202201234088.")
        .ignores("8001015009086", "9902294321191", "8001015000076", "8001015009176")
        .build();
  }

  private static Detector nigeria() {
    return personal("ng-nin", "national identification number", "NIMC Act 2007")
        .pattern(START + "([0-9]{11})\\b")
        .onlyNear(Confidence.LIKELY, "nin", "nimc", "national identification")
        .validator(digits(11, digits -> !digits.allEqual() && Verhoeff.holds(digits)))
        .finds("NIN 01234567895")
        .ignores("01234567895", "NIN 01234567896")
        .build();
  }

  private static Detector israel() {
    return personal("il-identity", "Israeli identity number", "Population Registry Law 1965")
        .pattern(START + "([0-9]{9}|[0-9]{8}-[0-9])\\b")
        .onlyNear(Confidence.LIKELY, "teudat zehut", "תעודת זהות", "israeli id", "mispar zehut")
        .validator(digits(9, digits -> !digits.allEqual() && Luhn.holds(digits)))
        .finds("Israeli ID 123456782")
        .ignores("123456782", "Israeli ID 123456783")
        .build();
  }
}
