package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Validator.Verdict;
import java.util.List;

/** Addresses with a password in them. */
final class ConnectionStrings {
  private static final String RFC_3986 = "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1";

  private static final String SCHEME = "\\b[A-Za-z][0-9A-Za-z+]{1,15}://";
  private static final String USER = "[^\\s:/?#@\"'<>\\\\]{0,80}";
  private static final String USER_AT_DOMAIN =
      "[^\\s:/?#@\"'<>\\\\]{1,40}@[^\\s:/?#@\"'<>\\\\]{1,40}";
  private static final String PASSWORD = "([^\\s/\"'`<>\\\\]{4,100})";
  private static final String HOST = "@[\\w.\\-\\[]";

  private ConnectionStrings() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Detector.builder("url-password", Detector.Kind.SECRET)
            .meaning("Password in the address of a database, a queue, a server or a site")
            .source(RFC_3986)
            .pattern(SCHEME + USER + ":" + PASSWORD + HOST)
            .pattern(SCHEME + USER_AT_DOMAIN + ":" + PASSWORD + HOST)
            .validator(ConnectionStrings::password)
            .finds(
                "postgres://app:kT7·pQ2vx@db.test:5432/orders", "https://joe:kT7·pQ2vx@host.test/")
            .ignores(
                "postgres://user:password@localhost/db",
                "https://${USER}:${PASSWORD}@host.test/",
                "https://host.test:8080/@scope/name"));
  }

  /** Takes away templates, and words that stand for the password they do not tell. */
  static Verdict password(CharSequence value) {
    String text = value.toString();
    boolean told =
        !Placeholders.isTemplate(text)
            && (Randomness.hasDigit(text)
                || Randomness.marks(text) > 0
                || !Randomness.isWords(text));
    return told ? Verdict.PLAUSIBLE : Verdict.INVALID;
  }
}
