package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection joined to the one that was dialled for it.
 *
 * <p>An end of stream is handed on as one, and the other direction then has {@link #LINGER} to end
 * too. A reset is handed on as a reset, so that a body that was cut off never looks complete.
 */
final class Relay implements Loop.Handler {
  static final Duration LINGER = Duration.ofSeconds(30);

  private final Loop loop;
  private final Ticket ticket;
  private final InetSocketAddress address;
  private final SelectionKey client;
  private final SelectionKey server;
  private final Pipe up;
  private final Pipe down;
  private Loop.@Nullable Deadline linger;

  Relay(
      Loop loop,
      Ticket ticket,
      InetSocketAddress address,
      SelectionKey client,
      SelectionKey server,
      Pipe.Stage upward,
      Pipe.Stage downward) {
    this.loop = loop;
    this.ticket = ticket;
    this.address = address;
    this.client = client;
    this.server = server;
    this.up = new Pipe(channel(client), channel(server), upward);
    this.down = new Pipe(channel(server), channel(client), downward);
  }

  /** The vetted address that was dialled. */
  InetSocketAddress address() {
    return address;
  }

  /** Whether that is the address of a proxy. */
  boolean isProxied() {
    return ticket.route().proxied();
  }

  /** Towards the server. */
  Pipe up() {
    return up;
  }

  /** Towards the client. */
  Pipe down() {
    return down;
  }

  /** Begins to relay, on the loop's thread. */
  void begin() {
    client.attach(this);
    server.attach(this);
    listen();
  }

  /** Ends soon, whatever is under way; from any thread. */
  void close() {
    loop.execute(this::broken);
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    Pipe from = key == client ? up : down;
    Pipe to = key == client ? down : up;
    if (key.isReadable()) {
      from.pump(loop.scratch());
    }
    if (key.isWritable()) {
      to.pump(loop.scratch());
    }
    if (up.isDone() && down.isDone()) {
      end();
    } else {
      listen();
    }
  }

  @Override
  public void broken() {
    Sockets.reset(channel(client));
    Sockets.reset(channel(server));
    end();
  }

  private void listen() {
    client.interestOps(interest(up, down));
    server.interestOps(interest(down, up));
    if ((up.isDone() || down.isDone()) && linger == null) {
      linger = loop.after(LINGER, this::end);
    }
  }

  private static int interest(Pipe from, Pipe to) {
    return (from.wantsRead() ? SelectionKey.OP_READ : 0)
        | (to.wantsWrite() ? SelectionKey.OP_WRITE : 0);
  }

  private void end() {
    Sockets.close(channel(client));
    Sockets.close(channel(server));
    ticket.closed(this);
    if (linger != null) {
      loop.cancel(linger);
    }
  }

  private static SocketChannel channel(SelectionKey key) {
    return (SocketChannel) key.channel();
  }
}
