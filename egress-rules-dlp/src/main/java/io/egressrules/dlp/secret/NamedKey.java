package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Detectors of keys that have no form of their own, by the provider's name before them: {@code
 * acmeToken = "…"}, {@code ACME_KEY: …}, {@code <acme-key>…}. One template makes them all. That a
 * word such as {@code key} stands near makes such a value likely to be a key; the name alone leaves
 * it possible.
 */
final class NamedKey {
  /** How the name goes on: {@code _API_KEY}, {@code Token string}. */
  private static final String REST = "[\\w .\\-]{0,32}";

  /** Closing quotes and brackets, the sign that assigns, and what opens the value. */
  static final String ASSIGNED =
      "[\"'`\\\\\\])]{0,3}\\s{0,4}(?:[:?.+]{0,3}=[=>~]?|:|>|,|\\|\\|)\\s{0,20}[\"'`\\\\=(]{0,3}";

  private static final String END = "(?:[^\\w+/=\\-]|\\z)";

  private static final String[] KEY_WORDS = {
    "key", "keys", "apikey", "api", "token", "tokens", "secret", "secrets", "auth", "access",
    "password", "passwd", "pwd", "pw", "pass", "credential", "credentials", "client", "bearer",
        "login"
  };

  /** A value below this, in bits a character, is a row of zeros or a placeholder. */
  private static final double FILLER = 2.2;

  private NamedKey() {}

  /**
   * Begins a detector of a provider's key.
   *
   * @param provider its name, as words
   * @param thing what the key is; with the provider it is the meaning and the id of the detector
   * @param value the form of the value
   * @param names other names it goes by, as words; the provider's name is always one
   */
  static Detector.Builder of(String provider, String thing, Form value, String... names) {
    String meaning = provider + " " + thing;
    String name = name(provider);
    if (names.length > 0) {
      name = Arrays.stream(names).map(NamedKey::name).collect(Collectors.joining("|"));
    }
    String written = (names.length > 0 ? names[0] : provider).replace(' ', '_');
    return Detector.builder(Token.id(meaning), Detector.Kind.SECRET)
        .meaning(meaning + ", by the name before it")
        .source(provider + " documentation")
        .pattern("(?:" + name + ")" + REST + ASSIGNED + "(" + value.pattern() + ")" + END)
        .confidence(Confidence.POSSIBLE)
        .near(Confidence.LIKELY, KEY_WORDS)
        .near(Confidence.LIKELY, joined(provider, names))
        .entropyFloor(FILLER)
        .finds(
            written.toUpperCase(Locale.ROOT) + "_TOKEN=" + value.sample(),
            "{\"" + written.toLowerCase(Locale.ROOT) + "_key\": \"" + value.sample() + "\"}")
        .ignores("checksum = " + value.sample(), written + "_key = ${" + written + "_KEY}");
  }

  /** The names with a key word that no sign parts from them: {@code ACMETOKEN}. */
  private static String[] joined(String provider, String... names) {
    return Stream.concat(Stream.of(provider), Arrays.stream(names))
        .map(name -> name.replace(" ", "").toLowerCase(Locale.ROOT))
        .flatMap(name -> Stream.of("key", "apikey", "token", "secret").map(name::concat))
        .toArray(String[]::new);
  }

  /**
   * A name as programs write it: {@code launch-darkly}, {@code LAUNCH_DARKLY}, {@code
   * LaunchDarkly}. What is written in one case begins where a word begins, so that {@code
   * setSysctl} does not name Etsy.
   */
  private static String name(String words) {
    String lower = words.toLowerCase(Locale.ROOT).replace(" ", "[ _.\\-]?");
    String upper = words.toUpperCase(Locale.ROOT).replace(" ", "[ _.\\-]?");
    return "(?:\\b|_)(?:" + lower + "|" + upper + ")|" + humps(words.split(" ", -1));
  }

  private static String humps(String... words) {
    String humps = Arrays.stream(words).map(NamedKey::hump).collect(Collectors.joining("_?"));
    String first = humps.substring(0, 1);
    return words.length == 1
        ? humps
        : "[" + first + first.toLowerCase(Locale.ROOT) + "]" + humps.substring(1);
  }

  private static String hump(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
