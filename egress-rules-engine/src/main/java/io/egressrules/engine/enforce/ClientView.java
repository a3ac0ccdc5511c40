package io.egressrules.engine.enforce;

import io.egressrules.Headers;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Scheme;
import io.egressrules.net.Target;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client's own reading of what it is about to send. No two URL parsers agree on hostile text, so
 * what the client reads is compared with what was decided.
 *
 * @param scheme the scheme, in any letter case; {@code http} may stand for {@code ws}, and {@code
 *     https} for {@code wss}
 * @param host the host, an IPv6 address with or without brackets
 * @param port the effective port
 * @param path the path as it is sent, or null when the client does not tell
 * @param authority what the Host field or {@code :authority} says, or null when the client does not
 *     tell
 */
public record ClientView(
    String scheme, String host, int port, @Nullable String path, @Nullable String authority) {
  /** The client cannot read the URL at all, which agrees with no decision. */
  public static final ClientView UNREADABLE = of("", "", 0);

  /**
   * A client's own reading of what it is about to send.
   *
   * @param scheme the scheme, in any letter case
   * @param host the host, an IPv6 address with or without brackets
   * @param port the effective port
   * @param path the path as it is sent, or null
   * @param authority what the Host field says, or null
   */
  public ClientView {
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(host);
  }

  /**
   * A reading of the origin alone.
   *
   * @param scheme the scheme, in any letter case
   * @param host the host, an IPv6 address with or without brackets
   * @param port the effective port
   * @return the view
   */
  public static ClientView of(String scheme, String host, int port) {
    return new ClientView(scheme, host, port, null, null);
  }

  /**
   * This view, and the path.
   *
   * @param sent the path as it is sent
   * @return a copy
   */
  public ClientView withPath(String sent) {
    return new ClientView(scheme, host, port, sent, authority);
  }

  /**
   * This view, and the authority.
   *
   * @param sent what the Host field or {@code :authority} says; null when it is not set
   * @return a copy
   */
  public ClientView withAuthority(@Nullable String sent) {
    return new ClientView(scheme, host, port, path, sent);
  }

  boolean agreesWith(Target target) {
    return port == target.port()
        && isScheme(target.scheme())
        && isHost(host, target.host())
        && (path == null || path.equals(target.path()))
        && (authority == null || isAuthority(authority, target));
  }

  private boolean isScheme(Scheme decided) {
    return scheme.equalsIgnoreCase(decided.text())
        || scheme.equalsIgnoreCase(decided.text().replaceFirst("^ws", "http"));
  }

  /** Whether every Host field (RFC 9110 section 7.2) names the target's host and port. */
  static boolean hostFieldsAgree(Headers headers, Target target) {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase("host") && !isAuthority(headers.value(i), target)) {
        return false;
      }
    }
    return true;
  }

  /** The scheme's port stands for one that is not written (RFC 9110 section 4.2.3). */
  private static boolean isAuthority(String authority, Target target) {
    boolean hasPort = authority.lastIndexOf(':') > authority.lastIndexOf(']');
    String full = hasPort ? authority : authority + ":" + target.scheme().defaultPort();
    try {
      Target named = Target.ofAuthority(target.scheme(), full);
      return named.port() == target.port() && isSame(named.host(), target.host());
    } catch (MalformedException unlike) {
      return false;
    }
  }

  /** Whether text, read strictly, is the host. */
  private static boolean isHost(String text, Host host) {
    try {
      return isSame(Host.parse(text), host);
    } catch (MalformedException unlike) {
      return false;
    }
  }

  /** An IPv4-mapped address is the IPv4 address it maps. */
  private static boolean isSame(Host one, Host other) {
    return unmapped(one).equals(unmapped(other));
  }

  private static Host unmapped(Host host) {
    return host instanceof IpAddress address ? address.unmapped() : host;
  }
}
