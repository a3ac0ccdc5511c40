package io.egressrules.engine.enforce;

import io.egressrules.net.Host;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Objects;

/**
 * An HTTP proxy that an application has told its guard of, by exact host and port. Every other
 * proxy is refused, wherever a client may have it from: system properties, the environment, a proxy
 * selector.
 *
 * <p>A proxy resolves names itself: the target's addresses are then <em>not checked</em>, which is
 * recorded as {@link AddressesUnchecked} advice. A call that only its addresses could allow is
 * denied.
 *
 * @param host the proxy's host
 * @param port the proxy's port, 1 to 65535
 */
public record DeclaredProxy(Host host, int port) {
  /**
   * An HTTP proxy.
   *
   * @param host the proxy's host
   * @param port the proxy's port, 1 to 65535
   * @throws IllegalArgumentException if the port is not one
   */
  public DeclaredProxy {
    Objects.requireNonNull(host);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a proxy's port is 1 to 65535, not " + port);
    }
  }

  /**
   * An HTTP proxy.
   *
   * @param host a name or an address
   * @param port the proxy's port, 1 to 65535
   * @return the proxy
   * @throws IllegalArgumentException if the host or port is not one
   */
  public static DeclaredProxy of(String host, int port) {
    return new DeclaredProxy(Host.parse(host), port);
  }

  /**
   * The proxy as clients take it.
   *
   * @return an HTTP proxy with an unresolved address, so that the guard's resolver is asked
   */
  public Proxy toProxy() {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host.toString(), port));
  }

  /** Whether a client's proxy is this one. */
  boolean is(Proxy proxy) {
    return proxy.type() == Proxy.Type.HTTP
        && proxy.address() instanceof InetSocketAddress address
        && address.getPort() == port
        && address.getHostString().equalsIgnoreCase(host.toString());
  }
}
