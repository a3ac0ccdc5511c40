package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Validator.Verdict;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Passwords, by what they are called, where they are assigned, compared or set in SQL. */
final class Passwords {
  /** The word as people write and abbreviate it. */
  private static final String NAME =
      "(?:pa{0,2}s{1,2}wo?r?d|passphrase|pwd|(?:\\b|_|-|db|sql|user|my)(?:pass|psw|pw))"
          + "(?:[0-9]{1,3}|[_\\-]?(?:value|text|plain|(?:\\w{0,12}_)?secure|b64|base64))?";

  private static final String SOURCE = "https://cwe.mitre.org/data/definitions/798.html";

  /** From what is created or altered to the words after which the password stands. */
  private static final String SQL_PASSWORD =
      "\\b(?i:(?:user|role|login|account)\\b[^;\\n]{0,80}?"
          + "\\b(?:identified\\s{1,4}(?:with\\s{1,4}\\w{1,30}\\s{1,4})?by|password))";

  private Passwords() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Detector.builder("quoted-password", Detector.Kind.SECRET)
            .meaning("Password in quotes, by its name")
            .source(SOURCE)
            .pattern(Assigned.quoted(NAME))
            .validator(Plausible.QUOTED_PASSWORD)
            .finds("db_password = \"kT7·pQ2v!\"", "{\"password\":\"kT7·pQ2v!\"}")
            .ignores(
                "password = \"${db.password}\"",
                "password = \"changeme\"",
                "passwordField = \"userPassword\"",
                "password: \"\""),
        Detector.builder("bare-password", Detector.Kind.SECRET)
            .meaning("Password without quotes, by its name")
            .source(SOURCE)
            .pattern(Assigned.bare(NAME))
            .validator(Plausible.BARE_PASSWORD)
            .finds(
                "user=joe pwd=kT7·pQ2vx", "password: kT7·pQ2v!x", "<password>kT7·pQ2vx</password>")
            .ignores(
                "password = getPassword2();",
                "password: oauth2Password",
                "compass: kT7pQ2vx",
                "password: <PASSWORD>"),
        Detector.builder("compared-password", Detector.Kind.SECRET)
            .meaning("Password that a program compares with")
            .source(SOURCE)
            .pattern(Assigned.compared(NAME))
            .validator(Plausible.QUOTED_PASSWORD)
            .finds("if (\"kT7·pQ2v!\" == password) {")
            .ignores("if (\"\" == password) {", "if (\"kT7pQ2v!\" == name) {"),
        Detector.builder("weak-password", Detector.Kind.SECRET)
            .meaning("Password in quotes that is a word, by its name")
            .source(SOURCE)
            .pattern(Assigned.quoted(NAME, "[A-Za-z]{4,24}[0-9]{0,4}[!?.]{0,2}"))
            .validator(Passwords::word)
            .confidence(Confidence.POSSIBLE)
            .finds("password = \"letmein·now\"")
            .ignores("password = \"\"", "name = \"letmeinnow\""),
        Detector.builder("sql-password", Detector.Kind.SECRET)
            .meaning("Password in an SQL statement on a user or role")
            .source("ISO/IEC 9075 dialects: CREATE USER, ALTER USER, CREATE ROLE, CREATE LOGIN")
            .pattern(SQL_PASSWORD + "\\s{1,4}(?:=\\s{0,4})?[\"'`]?([^\\s\"'`;\\\\(){}<>]{6,80})")
            .validator(Plausible.BARE_PASSWORD)
            .finds(
                "CREATE USER joe IDENTIFIED BY 'kT7·pQ2vx';",
                "ALTER ROLE joe WITH LOGIN PASSWORD 'kT7·pQ2vx'")
            .ignores("CREATE USER joe IDENTIFIED BY :password", "select password from user"));
  }

  private static Verdict word(CharSequence value) {
    return Placeholders.isTemplate(value.toString()) ? Verdict.INVALID : Verdict.PLAUSIBLE;
  }
}
