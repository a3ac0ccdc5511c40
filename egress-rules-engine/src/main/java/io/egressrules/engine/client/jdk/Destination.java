package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;

/**
 * A host and port as a request line names them: the text of an authority (RFC 9110 section 4.2.1)
 * with the port always written.
 *
 * @param host the host as a URL writes it, an IPv6 address in brackets
 * @param port 1 to 65535
 */
record Destination(String host, int port) {
  private static final int MAX_PORT = 65_535;

  /**
   * Reads an authority strictly: no user, no empty or zero-padded port.
   *
   * @param authority {@code host} or {@code host:port}
   * @param defaultPort the port when none is written; 0 when one must be
   * @throws ProtocolException if the text is not an authority
   */
  static Destination parse(String authority, int defaultPort) throws ProtocolException {
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, colon) : authority;
    int port = hasPort ? port(authority.substring(colon + 1)) : defaultPort;
    if (port == 0 || !isHost(host)) {
      throw new ProtocolException("not an authority");
    }
    return new Destination(host, port);
  }

  private static boolean isHost(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return !host.isEmpty()
        && host.chars().allMatch(c -> c > ' ' && c < 0x7f && "/?#@\\\"<>".indexOf(c) < 0)
        && (bracketed || host.indexOf(':') < 0);
  }

  private static int port(String digits) throws ProtocolException {
    boolean isPort =
        !digits.isEmpty()
            && digits.length() <= 5
            && digits.charAt(0) != '0'
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = isPort ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > MAX_PORT) {
      throw new ProtocolException("not a port");
    }
    return port;
  }

  /** {@code host:port}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
