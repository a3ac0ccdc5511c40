package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.function.LongSupplier;

/**
 * A small HTTP proxy inside this process, for one guarded client: it listens on the loopback
 * interface and connects whoever shows a live {@link Ticket} to that ticket's vetted addresses.
 *
 * <p>What is tunnelled passes as it is, so TLS is between the JDK's client and the server, with the
 * server's name in SNI and checked against its certificate. A plain request passes rewritten to
 * what an origin server expects, one for each connection.
 *
 * <p>Any process of this machine may connect here, but without a ticket it is turned away. Who can
 * read this process's memory, or capture loopback traffic, can take a ticket while it is live; it
 * then reaches by it one destination that this process may reach at that moment, and nothing else.
 *
 * <p>Safe for use by several threads.
 */
final class Connector implements AutoCloseable {
  private final Loop loop;
  private final Tickets tickets;
  private final Reception reception;

  private Connector(Loop loop, Tickets tickets, Reception reception) {
    this.loop = loop;
    this.tickets = tickets;
    this.reception = reception;
  }

  /**
   * Begins to listen.
   *
   * @param random where tokens come from
   * @param nanos the clock of time-outs, in nanoseconds from any origin
   */
  static Connector open(SecureRandom random, LongSupplier nanos) throws IOException {
    Loop loop = new Loop(nanos);
    try {
      Tickets tickets = new Tickets(random);
      Reception reception = Reception.open(loop, tickets);
      return new Connector(loop, tickets, reception);
    } catch (IOException failure) {
      loop.close();
      throw failure;
    } finally {
      // Also the thread of a closed loop must run, to let go of what the loop holds.
      loop.start("egress-connector");
    }
  }

  /** Where the connector listens. */
  InetSocketAddress address() {
    return reception.address();
  }

  Ticket issue(Ticket.Route route, Ticket.Keeper keeper) {
    return tickets.issue(route, keeper);
  }

  void withdraw(Ticket ticket) {
    tickets.withdraw(ticket);
  }

  /** Listens no more, and ends when the connections that exist have ended. */
  void drain() {
    loop.execute(reception::broken);
    loop.drain();
  }

  /** Ends now, and every connection with it. */
  @Override
  public void close() {
    loop.close();
  }
}
