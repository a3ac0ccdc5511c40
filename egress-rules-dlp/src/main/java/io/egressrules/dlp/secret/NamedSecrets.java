package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys, tokens and secrets of nobody in particular, by what they are called. */
final class NamedSecrets {
  /**
   * What stands before {@code token} or {@code key}: no word, or one that does not make it public,
   * as in {@code public_key} and {@code csrfToken}.
   */
  private static final String NOT_PUBLIC =
      "(?:^|[^\\w.\\- ]|[^\\w][\\- ]|(?:[0-9abdeg-z]|[^\\Wr]f|[^\\Wi]c|[^\\Wl]ic)[_.\\- ]?)";

  /** What a key may be to, so that it is a secret. */
  private static final String USE =
      "(?:secret|access|private|auth|authentication|client|master|account|encryption|signing|shared"
          + "|storage|activation|app|application)";

  /** What is called a secret, a token or a key to something. */
  private static final String SECRET =
      "(?:secrete?"
          + ("|" + NOT_PUBLIC + "token")
          + "|api[_ \\-]?key"
          + ("|" + USE + "[_ .\\-]?key")
          + "|credentials?|creds"
          + "|(?:\\b|_)auth(?:entication|orization)?)"
          + "(?:_?[0-9]{1,3}|_?key|[_\\-]?(?:value|string|text|b64|base64)"
          + "|_\\w{0,12}(?:secure|service))?";

  /** What is called a key and nothing more. */
  private static final String KEY = NOT_PUBLIC + "key";

  private static final String SOURCE = "https://cwe.mitre.org/data/definitions/798.html";
  private static final String VALUE = Alphabet.BASE62.sample(24, 11);

  private NamedSecrets() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Detector.builder("quoted-secret", Detector.Kind.SECRET)
            .meaning("Key, token or secret in quotes, by its name")
            .source(SOURCE)
            .pattern(Assigned.quoted(SECRET))
            .entropyFloor(2.5)
            .validator(Plausible.SECRET)
            .finds("api_key = \"" + VALUE + "\"", "{\"accessToken\": \"" + VALUE + "\"}")
            .ignores(
                "token = \"accessToken2\"", "secret = \"{{ vault.secret }}\"", "api_key: \"\""),
        Detector.builder("bare-secret", Detector.Kind.SECRET)
            .meaning("Key, token or secret without quotes, by its name")
            .source(SOURCE)
            .pattern(Assigned.bare(SECRET))
            .entropyFloor(2.5)
            .validator(Plausible.BARE_SECRET)
            .finds("API_KEY=" + VALUE, "?token=" + VALUE + "&page=1")
            .ignores("token = nextToken();", "token: string1", "secret=$SECRET_FROM_VAULT1"),
        Detector.builder("compared-secret", Detector.Kind.SECRET)
            .meaning("Key, token or secret that a program compares with")
            .source(SOURCE)
            .pattern(Assigned.compared(SECRET))
            .entropyFloor(2.5)
            .validator(Plausible.SECRET)
            .finds("if (\"" + VALUE + "\" == api_key) {")
            .ignores("if (\"\" == api_key) {"),
        Detector.builder("quoted-key", Detector.Kind.SECRET)
            .meaning("Random value in quotes of what is called a key")
            .source(SOURCE)
            .pattern(Assigned.quoted(KEY))
            .entropyFloor(3.5)
            .validator(Plausible.KEY)
            .finds("aes_key = \"" + VALUE + "\"")
            .ignores("sort_key = \"created_at_descending_1\""),
        Detector.builder("bare-key", Detector.Kind.SECRET)
            .meaning("Random value without quotes of what is called a key")
            .source(SOURCE)
            .pattern(Assigned.bare(KEY))
            .entropyFloor(3.5)
            .validator(Plausible.KEY)
            .finds("AES_KEY=" + VALUE, "?key=" + VALUE)
            .ignores("key = value1", "cacheKey = buildCacheKey1(request)"));
  }
}
