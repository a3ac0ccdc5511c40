package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;
import static io.egressrules.dlp.personal.Form.proven;

import io.egressrules.dlp.check.CalendarDay;
import io.egressrules.dlp.check.CheckLetter;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Iso7064;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;
import java.util.Locale;

/** Numbers of people in Korea, China, Japan, Singapore and Thailand. */
final class AsiaPacific {
  private AsiaPacific() {}

  static List<Detector> all() {
    return List.of(
        resident(), korBusiness(), koreanPassport(), chineseId(), myNumber(), nric(), thaiId());
  }

  private static Detector resident() {
    return personal("kr-rrn", "resident or foreigner registration number", "주민등록법 시행규칙")
        .pattern(START + "([0-9]{6}-?[1-8][0-9]{6})\\b")
        .confidence(Confidence.POSSIBLE)
        .near(Confidence.LIKELY, "rrn", "frn", "주민등록번호", "주민번호", "외국인등록번호", "korean", "resident")
        .validator(digits(13, digits -> CalendarDay.begins(digits) && isOfResident(digits)))
        .finds("960121-1021413", "RRN 9601211234567", "His Korean FRN is 911124-5678901")
        .ignores("001332-1234567", "960121-9021413", "960121-10214131")
        .build();
  }

  /** Since October 2020 the last digits are random, so no check digit can be asked for. */
  private static boolean isOfResident(Digits digits) {
    return digits.at(6) >= 1 && digits.at(6) <= 8;
  }

  private static Detector korBusiness() {
    return personal("kr-brn", "business registration number", "부가가치세법 시행령")
        .pattern(START + "([0-9]{3}-[0-9]{2}-[0-9]{5}|[0-9]{10})\\b")
        .onlyNear(Confidence.LIKELY, "brn", "사업자등록번호", "사업자번호", "business registration")
        .validator(
            digits(
                10,
                digits -> {
                  int sum = digits.weighted(1, 3, 7, 1, 3, 7, 1, 3, 5) + digits.at(8) * 5 / 10;
                  return !digits.allEqual() && (10 - sum % 10) % 10 == digits.last();
                }))
        .finds("BRN 220-81-62517")
        .ignores("220-81-62517", "BRN 123-45-67890")
        .build();
  }

  private static Detector koreanPassport() {
    return personal("kr-passport", "Korean passport number", "여권법 시행령")
        .pattern(START + "([MSRODmsrod][0-9]{3}[A-Za-z][0-9]{4}|[MSRODmsrod][0-9]{8})\\b")
        .onlyNear(Confidence.LIKELY, "passport", "여권", "여권번호")
        .finds("My passport number is M123A4567", "여권 M12345678")
        .ignores("M123A4567", "passport M12A4567")
        .build();
  }

  private static Detector chineseId() {
    return personal("cn-resident-id", "居民身份证号码", "GB 11643-1999")
        .pattern(START + "([1-8][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx])\\b")
        .validator(proven(AsiaPacific::isChineseId))
        .finds("11010519491231002X", "id=440524188001010014 or 440524198001010013")
        .ignores("110105194912310021", "11010519491331002X")
        .build();
  }

  private static boolean isChineseId(CharSequence text) {
    if (text.length() != 18) {
      return false;
    }
    Digits digits = Digits.of(text.subSequence(0, 17));
    return digits.count() == 17
        && CalendarDay.exists(digits.number(6, 10), digits.number(10, 12), digits.number(12, 14))
        && Iso7064.mod11Two(text);
  }

  private static Detector myNumber() {
    return personal("jp-my-number", "個人番号", "Ordinance 85 of 2014, article 5")
        .pattern(START + "([0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4})\\b")
        .onlyNear(Confidence.LIKELY, "my number", "mynumber", "マイナンバー", "個人番号")
        .validator(
            digits(
                12,
                digits -> {
                  int rest = digits.weighted(6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
                  return !digits.allEqual() && (rest <= 1 ? 0 : 11 - rest) == digits.last();
                }))
        .finds("マイナンバー: 1234 5678 9018", "my number 123456789018")
        .ignores("123456789018", "my number 123456789019")
        .build();
  }

  private static Detector nric() {
    return personal("sg-nric", "NRIC or FIN", "National Registration Act 1965")
        .pattern(START + "([FGMSTfgmst][0-9]{7}[A-Za-z])\\b")
        .near(Confidence.VERY_LIKELY, "nric", "fin", "identity card", "singapore")
        .validator(plausible(AsiaPacific::isNric))
        .finds("S9108268C", "NRIC t7572225c", "F2346401L", "M4332674T")
        .ignores("S9108268D", "B1234567Z", "PA12348L")
        .build();
  }

  private static boolean isNric(CharSequence text) {
    String upper = text.toString().toUpperCase(Locale.ROOT);
    if (!upper.matches("[FGMST][0-9]{7}[A-Z]")) {
      return false;
    }
    char series = upper.charAt(0);
    int offset = series == 'M' ? 3 : series == 'T' || series == 'G' ? 4 : 0;
    int rest = (Digits.of(upper.substring(1, 8)).weighted(2, 7, 6, 5, 4, 3, 2) + offset) % 11;
    String letters =
        switch (series) {
          case 'S', 'T' -> "JZIHGFEDCBA";
          case 'F', 'G' -> "XWUTRQPNMLK";
          default -> "XWUTRQPNJLK";
        };
    return CheckLetter.holds(upper.charAt(8), letters, rest);
  }

  private static Detector thaiId() {
    return personal("th-identity", "Thai citizen number", "ระเบียบสำนักทะเบียนกลาง พ.ศ. 2535")
        .pattern(START + "([1-8][0-9]{12}|[1-8]-[0-9]{4}-[0-9]{5}-[0-9]{2}-[0-9])\\b")
        .onlyNear(Confidence.LIKELY, "thai", "tnin", "เลขประจำตัวประชาชน", "บัตรประชาชน", "citizen")
        .validator(
            digits(
                13,
                digits ->
                    digits.at(0) > 0
                        && digits.at(0) < 9
                        && !digits.allEqual()
                        && (11 - digits.weighted(13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10
                            == digits.last()))
        .finds("Thai National ID 1234567890121")
        .ignores("1234567890121", "Thai ID 1234567890123")
        .build();
  }
}
