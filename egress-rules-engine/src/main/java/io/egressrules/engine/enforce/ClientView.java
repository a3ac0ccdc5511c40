package io.egressrules.engine.enforce;

import io.egressrules.Headers;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import java.util.Objects;

/**
 * A client's own reading of where it would send a request. No two URL parsers agree on hostile text,
 * so what the client reads is compared with what was decided.
 *
 * @param scheme the scheme, in any letter case; {@code http} may stand for {@code ws}, and {@code
 *     https} for {@code wss}
 * @param host the host, an IPv6 address with or without brackets
 * @param port the effective port
 */
public record ClientView(String scheme, String host, int port) {
  /**
   * A client's own reading of where it would send a request.
   *
   * @param scheme the scheme, in any letter case
   * @param host the host, an IPv6 address with or without brackets
   * @param port the effective port
   */
  public ClientView {
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(host);
  }

  boolean agreesWith(Target target) {
    return port == target.port() && sameScheme(target) && sameHost(host, target);
  }

  private boolean sameScheme(Target target) {
    String decided = target.scheme().text();
    return scheme.equalsIgnoreCase(decided)
        || scheme.equalsIgnoreCase(decided.replaceFirst("^ws", "http"));
  }

  /** Whether every Host field (RFC 9110 section 7.2) names the target's host and port. */
  static boolean hostFieldsAgree(Headers headers, Target target) {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase("host") && !namesHost(headers.value(i), target)) {
        return false;
      }
    }
    return true;
  }

  private static boolean namesHost(String authority, Target target) {
    try {
      Target named = Target.ofAuthority(target.scheme(), authority);
      return named.port() == target.port() && sameHost(named.host().toString(), target);
    } catch (MalformedException unlike) {
      return false;
    }
  }

  /** Whether host text, read strictly, is the target's host; an IPv4-mapped address is the same. */
  private static boolean sameHost(String text, Target target) {
    try {
      return unmapped(Host.parse(text)).equals(unmapped(target.host()));
    } catch (MalformedException unlike) {
      return false;
    }
  }

  private static Host unmapped(Host host) {
    return host instanceof IpAddress address ? address.unmapped() : host;
  }
}
