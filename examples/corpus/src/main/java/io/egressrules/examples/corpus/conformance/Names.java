package io.egressrules.examples.corpus.conformance;

import io.egressrules.engine.Iri;
import io.egressrules.net.DomainName;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import java.util.Locale;

/** Hosts as the library writes them, and as the files do. */
final class Names {
  private Names() {}

  /** The operation ToASCII of UTS #46; A-labels that the input already has are checked as well. */
  static String toAscii(String input) {
    Host host = Host.parse(Iri.authorityToAscii(input));
    if (host instanceof DomainName name) {
      Iri.toUnicode(name);
    }
    return host.toUriString();
  }

  /** A listed host in the library's spelling: one trailing dot less, IPv6 as RFC 5952 writes it. */
  static String listed(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (bracketed || host.indexOf(':') >= 0) {
      String text = bracketed ? host.substring(1, host.length() - 1) : host;
      return IpAddress.parse(text).toUriString();
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name.toLowerCase(Locale.ROOT);
  }
}
