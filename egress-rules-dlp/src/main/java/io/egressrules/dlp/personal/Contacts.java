package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a person is reached: e-mail addresses and telephone numbers. */
final class Contacts {
  /** Endings of file names such as {@code icon@2x.png}. */
  private static final Set<String> FILE_ENDINGS =
      Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "map", "jar", "tgz", "git");

  /** Domains that RFC 2606 and RFC 6761 reserve, so that nobody has mail there. */
  private static final List<String> RESERVED =
      List.of("example.com", "example.net", "example.org", "example", "test", "invalid", "local");

  private static final String GROUPS = "[0-9]{1,5}(?:(?:[ .-]|\\) ?|-?\\()?[0-9]{1,7}){1,5}";
  private static final String EXTENSION = "(?: ?(?:x|ext\\.?) ?[0-9]{1,6})?";
  private static final String START = "(?:^|[^0-9A-Za-z_.+/()-])";

  private static final String[] PHONE_WORDS = {
    "phone",
    "phones",
    "telephone",
    "tel",
    "mobile",
    "cell",
    "cellphone",
    "fax",
    "call",
    "calls",
    "called",
    "dial",
    "ring",
    "sms",
    "text me",
    "messages",
    "message",
    "whatsapp",
    "answering",
    "hotline",
    "desk",
    "office",
    "landline",
    "contact",
    "reach",
    "msisdn",
    "telefon",
    "telefono",
    "téléphone",
    "handy",
    "telefone",
    "telefoon",
    "puhelin",
    "cep",
    "mobil",
    "telepono"
  };

  private Contacts() {}

  static List<Detector> all() {
    return List.of(email(), international(), national());
  }

  private static Detector email() {
    return personal("email-address", "e-mail address", "RFC 5322, section 3.4.1; RFC 5890")
        .pattern(
            "\\b[A-Za-z0-9_][A-Za-z0-9._%+'-]*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+"
                + "(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]*[A-Za-z0-9])\\b")
        .near(Confidence.VERY_LIKELY, "email", "e-mail", "mail", "mailto", "contact")
        .validator(plausible(Contacts::isMailbox))
        .finds(
            "info@presidio.site",
            "jane@notexample.com",
            "mailto:jane.o'neil+news@mail.acme.co.uk?x",
            "my email is user@xn--80ak6aa92e.com today",
            "<a.b_c@acme.museum>.")
        .ignores(
            "icon@2x.png",
            "git@github.com:acme/x.git",
            "jane@mail.example.com",
            "a..b@acme.io",
            "@acme.io")
        .build();
  }

  private static boolean isMailbox(CharSequence text) {
    String address = text.toString().toLowerCase(Locale.ROOT);
    int at = address.indexOf('@');
    String local = address.substring(0, Math.max(0, at));
    String ending = address.substring(address.lastIndexOf('.') + 1);
    return at > 0
        && at <= 64
        && address.length() <= 254
        && !local.equals("git")
        && !local.contains("..")
        && !local.endsWith(".")
        && !FILE_ENDINGS.contains(ending)
        && RESERVED.stream().noneMatch(name -> isWithin(name, address));
  }

  private static boolean isWithin(String name, String address) {
    return address.endsWith("." + name) || address.endsWith("@" + name);
  }

  private static Detector international() {
    return personal("phone-number", "telephone number with its country code", "ITU-T E.164")
        .pattern(
            "(?:^|[^0-9A-Za-z_+.-])(\\+[1-9][0-9]{0,2}[ .-]?(?:\\(0?[0-9]{0,5}\\)[ .-]?)?"
                + "[0-9]{1,7}(?:[ .-]?[0-9]{1,7}){1,5}"
                + EXTENSION
                + ")\\b")
        .near(Confidence.VERY_LIKELY, PHONE_WORDS)
        .validator(plausible(Contacts::isInternational))
        .finds(
            "+44 (0)20 7946 0958",
            "call +14155550132 now",
            "+41 (0)62 585 51 90",
            "Desk: +1-903-140-4508x769")
        .ignores("+123", "+35236450.6", "1+14155550132", "+1234567890123456789")
        .build();
  }

  /** From 8 to 15 digits, and no signed decimal number. */
  private static boolean isInternational(CharSequence text) {
    return hasLength(text, 8, 15) && !text.toString().matches("\\+[0-9]+\\.[0-9]+");
  }

  private static Detector national() {
    return personal(
            "phone-number-national", "telephone number as dialled in a country", "ITU-T E.123")
        .pattern(
            START
                + "(\\+?(?:\\([0-9]{2,5}\\)[ .-]?|[0-9]{1,5}(?:[ .-]|[ -]?\\())"
                + GROUPS
                + EXTENSION
                + ")\\b")
        .pattern(START + "([0-9]{9,11})\\b")
        .onlyNear(Confidence.LIKELY, PHONE_WORDS)
        .validator(plausible(Contacts::isDialled))
        .finds(
            "Phone: (602)272-9781",
            "call me on 01.84.17.61.18?",
            "Mobile: 432 03 163",
            "Fax: 345-899-3560x4587",
            "tel=\"0612345678\"")
        .ignores(
            "(602)272-9781",
            "phone 2015-12-22",
            "phone 12.5 7",
            "call 10.20.30.40",
            "contact: Boston, MA 02110-1301",
            "fax +41 (0)62 585 51 90",
            "call 4111 1111 1111 1111")
        .build();
  }

  /**
   * From 7 to 13 digits, and no day, no address of IPv4, no Social Security number and no postal
   * code of the United States; nor with a country code, which is another detector's.
   */
  private static boolean isDialled(CharSequence text) {
    if (!hasLength(text, 7, 13)) {
      return false;
    }
    String number = text.toString();
    return !number.matches("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}")
        && !number.startsWith("+")
        && !number.matches("(?:[0-9]{3}-[0-9]{2}|[0-9]{5})-[0-9]{4}")
        && !number.matches("(?:19|20)[0-9]{2}[ .-][0-9]{1,2}[ .-][0-9]{1,2}(?: [0-9]{1,2})?")
        && !number.matches("[0-9]{1,2}[ .-][0-9]{1,2}[ .-](?:19|20)[0-9]{2}");
  }

  private static boolean hasLength(CharSequence text, int least, int most) {
    int count = 0;
    for (int i = 0; i < text.length() && text.charAt(i) != 'x' && text.charAt(i) != 'e'; i++) {
      char c = text.charAt(i);
      count += c >= '0' && c <= '9' ? 1 : 0;
    }
    return count >= least && count <= most;
  }
}
