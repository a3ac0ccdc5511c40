package io.egressrules.net;

/**
 * The one gate through which URL text becomes a destination; the package description has its rules.
 *
 * <p>The gate reads the text from left to right, allocates nothing and throws nothing, so an engine
 * may decide on URL text directly. {@link Target#parse} is built on it. Calls from several threads
 * are independent as long as each has its own {@link UrlParts}.
 *
 * @since 0.1
 */
public final class UrlGate {
  /**
   * The longest URL admitted, in characters. RFC 9110 section 4.1 asks for at least 8,000; common
   * servers refuse more than this.
   */
  public static final int MAX_LENGTH = 8192;

  /** Longer than any scheme and its colon. */
  private static final int SCHEME_WINDOW = 6;

  private UrlGate() {}

  /**
   * Judges a URL and notes where its parts stand.
   *
   * <p>Takes time proportional to the length of the text, and constant time beyond {@link
   * #MAX_LENGTH}.
   *
   * @param url any text
   * @param parts receives the parts, or the rule the text broke
   * @return true if the URL is admitted
   */
  public static boolean admits(String url, UrlParts parts) {
    parts.clear();
    parts.text = url;
    if (url.length() > MAX_LENGTH) {
      parts.refuse(GateRule.URL_LENGTH, MAX_LENGTH);
      return false;
    }
    int at = scheme(url, parts);
    if (at != UrlParts.REFUSED) {
      at = AuthorityScan.authority(url, at, parts);
    }
    return at != UrlParts.REFUSED && PathScan.scan(url, at, parts);
  }

  /** Reads {@code scheme://}; returns where the authority starts. */
  private static int scheme(String url, UrlParts parts) {
    int window = Math.min(url.length(), SCHEME_WINDOW);
    int at = 0;
    while (at < window && UrlChar.is(UrlChar.HOST, url.charAt(at))) {
      at++;
    }
    Scheme scheme = at < window && url.charAt(at) == ':' ? Scheme.find(url, at) : null;
    if (scheme == null) {
      boolean graphic = at == url.length() || UrlChar.is(UrlChar.GRAPHIC, url.charAt(at));
      return parts.refuse(graphic ? GateRule.SCHEME : UrlChar.ruleAgainst(url.charAt(at)), at);
    }
    if (!url.startsWith("//", at + 1)) {
      return parts.refuse(GateRule.SLASHES, at + 1);
    }
    parts.scheme = scheme;
    if (!url.startsWith(scheme.text())) {
      parts.rewriteText();
    }
    return at + 3;
  }
}
