package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Where connections to the connector arrive. While {@link #CROWD} of them have not shown a ticket
 * yet, no more are let in: they wait in the operating system's queue.
 */
final class Reception implements Loop.Handler {
  static final int CROWD = 256;

  private static final int BACKLOG = 1024;

  /** How long to wait when the process has run out of sockets. */
  private static final Duration RECOVERY = Duration.ofMillis(100);

  private final Loop loop;
  private final Tickets tickets;
  private final IdleServers idle;
  private final ServerSocketChannel server;
  private final InetSocketAddress address;
  private int crowd;

  private Reception(Loop loop, Tickets tickets, ServerSocketChannel server) throws IOException {
    this.loop = loop;
    this.tickets = tickets;
    this.idle = new IdleServers(loop);
    this.server = server;
    this.address = (InetSocketAddress) server.getLocalAddress();
  }

  /** Listens at an ephemeral port of the loopback interface; the loop must not run yet. */
  static Reception open(Loop loop, Tickets tickets) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    try {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      Reception reception = new Reception(loop, tickets, server);
      loop.watch(server, SelectionKey.OP_ACCEPT, reception);
      return reception;
    } catch (IOException | RuntimeException failure) {
      Sockets.close(server);
      throw failure;
    }
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  public void ready(SelectionKey key) {
    try {
      SocketChannel client = crowd < CROWD ? server.accept() : null;
      while (client != null) {
        receive(key, client);
        client = crowd < CROWD ? server.accept() : null;
      }
    } catch (IOException outOfSockets) {
      pause(key);
      loop.after(RECOVERY, () -> resume(key));
      return;
    }
    if (crowd >= CROWD) {
      pause(key);
    }
  }

  private void receive(SelectionKey key, SocketChannel client) {
    try {
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      new Arrival(loop, tickets, idle, client, () -> leave(key)).begin();
      crowd++;
    } catch (IOException gone) {
      Sockets.close(client);
    }
  }

  private void leave(SelectionKey key) {
    crowd--;
    resume(key);
  }

  private static void pause(SelectionKey key) {
    key.interestOps(0);
  }

  private static void resume(SelectionKey key) {
    if (key.isValid()) {
      key.interestOps(SelectionKey.OP_ACCEPT);
    }
  }

  /** Listens no more. */
  @Override
  public void broken() {
    Sockets.close(server);
  }
}
