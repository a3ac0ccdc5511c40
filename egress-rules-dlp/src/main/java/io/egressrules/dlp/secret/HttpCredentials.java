package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Validator.Verdict;
import java.util.List;

/** Credentials in HTTP headers and in the tools that send them. */
final class HttpCredentials {
  private static final String AUTHORIZATION =
      "(?i:authorization)\\\\{0,2}[\"'\\])]{0,2}\\s{0,4}[:=,]\\s{0,4}\\\\{0,2}[\"'`]?\\s{0,2}";

  /** What may stand between a command and its option, on one line or on lines that go on. */
  private static final String OPTIONS = "(?:[^\\n\\\\]|\\\\.|\\\\\\r?\\n){0,200}?";

  private static final String VALUE = Alphabet.BASE62.sample(30, 13);

  private HttpCredentials() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Detector.builder("basic-authorization", Detector.Kind.SECRET)
            .meaning("Basic credentials in an Authorization header")
            .source("https://www.rfc-editor.org/rfc/rfc7617")
            .pattern(AUTHORIZATION + "(?i:basic)\\s{1,4}([0-9A-Za-z+/_\\-]{8,}={0,2})")
            .validator(EncodedText.USER_AND_PASSWORD)
            .finds(
                "Authorization: Basic am9lOmtUN·3BRMnZ4",
                "\"Authorization\": \"Basic am9lOmtUN·3BRMnZ4\"")
            .ignores("Authorization: Basic realm", "Authorization: Basic ${credentials}"),
        Detector.builder("bearer-authorization", Detector.Kind.SECRET)
            .meaning("Token in an Authorization header")
            .source("https://www.rfc-editor.org/rfc/rfc6750")
            .pattern(
                AUTHORIZATION
                    + "(?i:bearer|token|apikey|negotiate|ntlm|key|splunk|bot)\\s{1,4}([0-9A-Za-z+/_.~\\-]{16,}={0,2})")
            .entropyFloor(3)
            .validator(Plausible.SECRET)
            .finds("Authorization: Bearer " + VALUE, "-H 'authorization: token " + VALUE + "'")
            .ignores("Authorization: Bearer YOUR_ACCESS_TOKEN_1", "Authorization: Bearer $TOKEN"),
        Detector.builder("curl-user-password", Detector.Kind.SECRET)
            .meaning("User and password on the command line of curl")
            .source("https://curl.se/docs/manpage.html#-u")
            .pattern(
                "\\bcurl\\b"
                    + OPTIONS
                    + "\\s(?:-u|-U|--user|--proxy-user)[ =]{0,2}[\"']?([^\\s:\"'$<{(]{0,60}:'?[^\\s\"'$<{(]{3,100})")
            .validator(HttpCredentials::userAndPassword)
            .finds("curl -s -u joe:kT7·pQ2vx https://host.test/")
            .ignores(
                "curl -u user:password https://host.test/", "curl -u \"$U:$P\" https://host.test/"),
        Detector.builder("http-header-key", Detector.Kind.SECRET)
            .meaning("Key in a header of its own, as X-Api-Key")
            .source("https://spec.openapis.org/oas/v3.1.0#security-scheme-object")
            .pattern(
                "(?i:x-(?:[a-z]{1,20}-){0,3}(?:key|token|secret|auth))[\"']{0,2}\\s{0,4}[:=,]\\s{0,4}[\"'`]?([0-9A-Za-z+/_.~\\-]{16,200}={0,2})")
            .entropyFloor(3)
            .validator(Plausible.SECRET)
            .finds("X-Api-Key: " + VALUE)
            .ignores("X-Api-Key: your-api-key-goes-here1", "X-Frame-Options: SAMEORIGIN"));
  }

  private static Verdict userAndPassword(CharSequence value) {
    String text = value.toString();
    return ConnectionStrings.password(text.substring(text.indexOf(':') + 1));
  }
}
