package io.egressrules.engine.client.jdk;

import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Vetted;
import io.egressrules.net.Scheme;
import io.egressrules.net.Target;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The JDK clients of one guarded client: one at a time. When an exchange must not share the
 * connections of the others, a new client takes over; what the old one has under way goes on, and
 * its connections are seen by no later call. Safe for use by several threads.
 */
final class Pools {
  private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

  private final Connector connector;
  private final Supplier<HttpClient> fresh;
  private volatile Pool current;

  /** A JDK client, and who shares its connections. */
  private record Pool(HttpClient client, Sharing sharing) {}

  /**
   * Pools with a first client.
   *
   * @param fresh gives a client that has no connections and goes through the connector
   */
  Pools(Connector connector, Supplier<HttpClient> fresh) {
    this.connector = connector;
    this.fresh = fresh;
    this.current = new Pool(fresh.get(), new Sharing());
  }

  /** The client of the moment, for its settings. */
  HttpClient client() {
    return current.client();
  }

  /** Lets an exchange out whose connections later ones may share. */
  Exchange shared(Enforcement enforcement, Vetted vetted) {
    Ticket.Route route = route(vetted);
    while (true) {
      Pool pool = current;
      Ticket ticket = connector.issue(route, pool.sharing());
      Passage passage = new Passage(enforcement, vetted, ticket);
      if (pool.sharing().join(passage)) {
        return new Exchange(
            pool.client(),
            ticket,
            () -> {
              connector.withdraw(ticket);
              pool.sharing().leave(passage);
            });
      }
      connector.withdraw(ticket);
      replace(pool);
    }
  }

  /** Lets an exchange out whose connection is its own. */
  Exchange single(Vetted vetted, Ticket.Keeper keeper) {
    Ticket ticket = connector.issue(route(vetted), keeper);
    return new Exchange(current.client(), ticket, () -> connector.withdraw(ticket));
  }

  private synchronized void replace(Pool stale) {
    if (current.equals(stale)) {
      current = new Pool(fresh.get(), new Sharing());
    }
  }

  private Ticket.Route route(Vetted vetted) {
    Target target = vetted.admission().target();
    List<InetSocketAddress> addresses =
        vetted.toInetAddresses().stream()
            .map(address -> new InetSocketAddress(address, vetted.port()))
            .toList();
    return new Ticket.Route(
        new Destination(target.host().toUriString(), target.port()),
        target.scheme() != Scheme.HTTP,
        addresses,
        vetted.admission().proxy() != null,
        current.client().connectTimeout().orElse(DEFAULT_PATIENCE));
  }
}
