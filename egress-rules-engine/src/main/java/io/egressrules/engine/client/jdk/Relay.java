package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection joined to a server's, for as long as both last: a tunnel.
 *
 * <p>An end of stream is handed on as one, and the other direction then has {@link #LINGER} to end
 * too. A reset is handed on as a reset, so that a body that was cut off never looks complete.
 */
class Relay implements Loop.Handler {
  static final Duration LINGER = Duration.ofSeconds(30);

  private final Loop loop;
  private final Ticket ticket;
  private final SelectionKey client;
  private final IdleServers.Server server;
  private final Pipe up;
  private final Pipe down;
  private Loop.@Nullable Deadline linger;

  Relay(
      Loop loop,
      Ticket ticket,
      SelectionKey client,
      IdleServers.Server server,
      Pipe.Stage upward,
      Pipe.Stage downward) {
    this.loop = loop;
    this.ticket = ticket;
    this.client = client;
    this.server = server;
    this.up = new Pipe(channel(client), channel(server.key()), upward);
    this.down = new Pipe(channel(server.key()), channel(client), downward);
  }

  final Loop loop() {
    return loop;
  }

  final Ticket ticket() {
    return ticket;
  }

  final SelectionKey client() {
    return client;
  }

  final IdleServers.Server server() {
    return server;
  }

  /** The vetted address that was dialled. */
  final InetSocketAddress address() {
    return server.address();
  }

  /** Whether that is the address of a proxy. */
  final boolean isProxied() {
    return ticket.route().proxied();
  }

  /** Towards the server. */
  final Pipe up() {
    return up;
  }

  /** Towards the client. */
  final Pipe down() {
    return down;
  }

  /** Begins to relay. */
  final void begin() {
    client.attach(this);
    server.key().attach(this);
    listen();
  }

  @Override
  public final void ready(SelectionKey key) throws IOException {
    boolean fromClient = key.equals(client);
    Pipe from = fromClient ? up : down;
    Pipe to = fromClient ? down : up;
    if (key.isReadable()) {
      from.pump(loop.scratch());
    }
    if (key.isWritable()) {
      to.pump(loop.scratch());
    }
    if (isOver()) {
      end();
    } else {
      listen();
    }
  }

  @Override
  public final void broken() {
    release();
    Sockets.reset(channel(client));
    Sockets.reset(channel(server.key()));
  }

  boolean isOver() {
    return up.isDone() && down.isDone();
  }

  void end() {
    release();
    Sockets.close(channel(client));
    Sockets.close(channel(server.key()));
  }

  /** Lets go of everything but the sockets. */
  final void release() {
    ticket.closed(this);
    if (linger != null) {
      loop.cancel(linger);
      linger = null;
    }
  }

  private void listen() {
    client.interestOps(interest(up, down));
    server.key().interestOps(interest(down, up));
    if ((up.isDone() || down.isDone()) && linger == null) {
      linger = loop.after(LINGER, this::end);
    }
  }

  private static int interest(Pipe from, Pipe to) {
    return (from.wantsRead() ? SelectionKey.OP_READ : 0)
        | (to.wantsWrite() ? SelectionKey.OP_WRITE : 0);
  }

  private static SocketChannel channel(SelectionKey key) {
    return (SocketChannel) key.channel();
  }
}
