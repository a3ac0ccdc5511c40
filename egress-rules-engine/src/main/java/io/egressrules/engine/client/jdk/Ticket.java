package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leave for one exchange to be connected to its destination, by vetted addresses and no others. It
 * is issued just before the exchange begins and withdrawn when its answer has come.
 *
 * <p>The client shows the token in a field of its request to the connector, and nobody else may see
 * it. The JDK's client keeps fields whose name begins with {@code Proxy-} for a proxy and does not
 * send them through a tunnel; over HTTP/2, however, only if one of them is {@code
 * Proxy-Authorization}. So there is one, a {@linkplain #DECOY_FIELD decoy}. It cannot be the ticket
 * itself, since that field may be filtered: where the client has an {@link java.net.Authenticator},
 * and by {@code jdk.http.auth.tunneling.disabledSchemes}.
 */
final class Ticket {
  /** The field that shows a token. */
  static final String FIELD = "Proxy-Egress-Ticket";

  /** The field without which the JDK's client would tell an HTTP/2 server the token. */
  static final String DECOY_FIELD = "Proxy-Authorization";

  /** What that field says, unless the caller has credentials for a proxy. */
  static final String DECOY = "Egress";

  private final String token;
  private final Route route;
  private final Keeper keeper;
  private volatile boolean withdrawn;
  private volatile @Nullable IOException failure;

  Ticket(String token, Route route, Keeper keeper) {
    this.token = token;
    this.route = route;
    this.keeper = keeper;
  }

  /**
   * Where a ticket leads.
   *
   * @param destination what the request to the connector must name
   * @param tunnelled whether it must ask for a tunnel, and else for one plain exchange
   * @param addresses what may be dialled, in order of preference; never empty
   * @param proxied whether they are those of a proxy, which is told the destination
   * @param patience how long all dialling may take
   */
  record Route(
      Destination destination,
      boolean tunnelled,
      List<InetSocketAddress> addresses,
      boolean proxied,
      Duration patience) {
    Route {
      addresses = List.copyOf(addresses);
    }

    /** Whether a request asks for what this route is. */
    boolean isFor(RequestHead request) throws ProtocolException {
      return request.isConnect() == tunnelled && request.destination().equals(destination);
    }
  }

  /** Keeps account of the connections that were dialled. */
  interface Keeper {
    /** For those that serve one exchange and are nobody else's concern. */
    Keeper NONE =
        new Keeper() {
          @Override
          public void opened(Ticket ticket, Relay relay) {}

          @Override
          public void closed(Ticket ticket, Relay relay) {}
        };

    /** Called before the first byte is relayed. */
    void opened(Ticket ticket, Relay relay);

    /** Called when the connection has ended; more than once at times. */
    void closed(Ticket ticket, Relay relay);
  }

  String token() {
    return token;
  }

  Route route() {
    return route;
  }

  /**
   * Enters a connection that was dialled.
   *
   * @return false when the ticket was withdrawn meanwhile: the connection must not be used
   */
  boolean opened(Relay relay) {
    // Entered before the check: between the two, a withdrawal finds the connection or is found.
    keeper.opened(this, relay);
    if (withdrawn) {
      keeper.closed(this, relay);
      return false;
    }
    failure = null;
    return true;
  }

  void closed(Relay relay) {
    keeper.closed(this, relay);
  }

  /** Ends the leave; connections that exist go on. */
  void withdraw() {
    withdrawn = true;
  }

  /** Notes why the last attempt to connect came to nothing. */
  void failed(IOException why) {
    failure = why;
  }

  /** Why the last attempt to connect came to nothing, or null when it did not. */
  @Nullable IOException failure() {
    return failure;
  }

  /** The destination, without the token. */
  @Override
  public String toString() {
    return "ticket to " + route.destination();
  }
}
