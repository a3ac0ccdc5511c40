package io.egressrules.net;

/**
 * The host of a target: a {@link DomainName} or an {@link IpAddress}, never both.
 *
 * <p>Hosts are ordered: IPv4 addresses, IPv6 addresses, then names.
 *
 * @since 0.1
 */
public sealed interface Host extends Comparable<Host> permits DomainName, IpAddress {

  /**
   * Reads a host: a domain name, a dotted quad, or an IPv6 address with or without brackets.
   *
   * <p>Rules 5 and 6 of the gate hold. Text such as {@code 0x7f.1}, {@code 2130706433} or {@code
   * 010.0.0.1}, which readers take for different addresses or for names, is refused.
   *
   * @param text the host alone, without scheme, user information or port
   * @return the host
   * @throws MalformedException if the text is no host; the message does not quote it
   */
  static Host parse(String text) {
    boolean bracketed = text.startsWith("[");
    if (bracketed && !text.endsWith("]")) {
      throw new MalformedException(GateRule.HOST_IPV6, text.length());
    }
    if (bracketed) {
      return IpAddress.parseIpv6(text, 1, text.length() - 1);
    }
    if (text.indexOf(':') != text.lastIndexOf(':')) {
      return IpAddress.parseIpv6(text, 0, text.length());
    }
    UrlParts parts = new UrlParts();
    int end = AuthorityScan.name(text, 0, parts);
    if (end == UrlParts.REFUSED) {
      throw parts.malformed();
    }
    if (end < text.length()) {
      throw new MalformedException(GateRule.HOST_LABEL, end);
    }
    return parts.host(text);
  }

  /**
   * The host as a URL holds it.
   *
   * @return the canonical text, in brackets if it is an IPv6 address
   */
  String toUriString();
}
