package io.egressrules.net;

import org.jspecify.annotations.Nullable;

/**
 * The scheme of a target: which protocol is spoken, on which port by default, encrypted or not.
 *
 * <p>There are far fewer than 32, so a set of schemes fits an {@code int} of {@link #bit()}s.
 *
 * @since 0.1
 */
public enum Scheme {
  /** HTTP in the clear (RFC 9110 section 4.2.1). */
  HTTP(0, "http", 80, false),
  /** HTTP over TLS or QUIC (RFC 9110 section 4.2.2). */
  HTTPS(1, "https", 443, true),
  /** WebSocket in the clear (RFC 6455 section 3). */
  WS(2, "ws", 80, false),
  /** WebSocket over TLS (RFC 6455 section 3). */
  WSS(3, "wss", 443, true);

  private static final Scheme[] ALL = values();
  private static final int LONGEST = 5;

  private final int bit;
  private final String text;
  private final int defaultPort;
  private final boolean encrypted;

  Scheme(int place, String text, int defaultPort, boolean encrypted) {
    this.bit = 1 << place;
    this.text = text;
    this.defaultPort = defaultPort;
    this.encrypted = encrypted;
  }

  /**
   * Reads a scheme; letter case does not matter (RFC 3986 section 3.1).
   *
   * @param text the scheme without the colon
   * @return the scheme
   * @throws MalformedException if the scheme is not known
   */
  public static Scheme parse(String text) {
    Scheme scheme = text.length() > LONGEST ? null : find(text, text.length());
    if (scheme == null) {
      throw new MalformedException(GateRule.SCHEME, 0);
    }
    return scheme;
  }

  /** The scheme that {@code text} starts with and that ends at {@code end}. */
  static @Nullable Scheme find(String text, int end) {
    for (Scheme scheme : ALL) {
      if (scheme.text.length() == end && scheme.matches(text)) {
        return scheme;
      }
    }
    return null;
  }

  private boolean matches(String other) {
    for (int at = 0; at < text.length(); at++) {
      char c = other.charAt(at);
      char lower = UrlChar.is(UrlChar.UPPER, c) ? (char) (c | 0x20) : c;
      if (lower != text.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The scheme as a URL holds it.
   *
   * @return lower-case letters
   */
  public String text() {
    return text;
  }

  /**
   * The port that a URL of this scheme means when it names none.
   *
   * @return 1 to 65535
   */
  public int defaultPort() {
    return defaultPort;
  }

  /**
   * Whether the protocol encrypts all it sends.
   *
   * @return true if it does
   */
  public boolean isEncrypted() {
    return encrypted;
  }

  /**
   * This scheme in a set of schemes.
   *
   * @return an {@code int} with one bit set, a different one for each scheme
   */
  public int bit() {
    return bit;
  }
}
