package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the first of a route's addresses that answers, one after the other. Each has an equal
 * share of the route's patience.
 */
final class Dial implements Loop.Handler {
  private final Loop loop;
  private final Outcome outcome;
  private final Destination destination;
  private final Iterator<InetSocketAddress> untried;
  private final Duration share;
  private IOException failure;
  private @Nullable Attempt attempt;

  Dial(Loop loop, Ticket.Route route, Outcome outcome) {
    this.loop = loop;
    this.outcome = outcome;
    this.destination = route.destination();
    this.untried = route.addresses().iterator();
    this.share = route.patience().dividedBy(Math.max(1, route.addresses().size()));
    this.failure = new ConnectException("no address to connect to for " + destination);
  }

  /** What becomes of a dial. */
  interface Outcome {
    /** An address answered; the key's interest and handler are the callee's to set. */
    void connected(IdleServers.Server server);

    /** No address answered, for the reason of the last. */
    void failed(IOException why);
  }

  private record Attempt(SelectionKey key, InetSocketAddress address, Loop.Deadline deadline) {
    SocketChannel channel() {
      return (SocketChannel) key.channel();
    }
  }

  /** Tries the next address, and those after it. */
  void next() {
    while (untried.hasNext()) {
      if (begin(untried.next())) {
        return;
      }
    }
    outcome.failed(failure);
  }

  /** Whether an attempt is under way, or has succeeded already. */
  private boolean begin(InetSocketAddress address) {
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      SelectionKey key = loop.watch(channel, SelectionKey.OP_CONNECT, this);
      boolean atOnce = channel.connect(address);
      attempt = new Attempt(key, address, loop.after(share, this::tooLate));
      if (atOnce) {
        succeed(attempt);
      }
      return true;
    } catch (IOException | RuntimeException refused) {
      note(refused);
      if (channel != null) {
        Sockets.close(channel);
      }
      return false;
    }
  }

  @Override
  public void ready(SelectionKey key) {
    Attempt current = attempt;
    if (current == null || !current.key().equals(key)) {
      return;
    }
    try {
      if (current.channel().finishConnect()) {
        succeed(current);
      }
    } catch (IOException refused) {
      note(refused);
      abandon(current);
      next();
    }
  }

  private void succeed(Attempt current) {
    loop.cancel(current.deadline());
    attempt = null;
    outcome.connected(new IdleServers.Server(current.key(), current.address()));
  }

  private void tooLate() {
    if (attempt != null) {
      failure = new HttpConnectTimeoutException("connecting to " + destination + " timed out");
      abandon(attempt);
      next();
    }
  }

  private void note(Exception refused) {
    failure = new ConnectException("cannot connect to " + destination);
    failure.initCause(refused);
  }

  private void abandon(Attempt current) {
    loop.cancel(current.deadline());
    Sockets.close(current.channel());
    attempt = null;
  }

  @Override
  public void broken() {
    if (attempt != null) {
      abandon(attempt);
    }
    outcome.failed(failure);
  }
}
