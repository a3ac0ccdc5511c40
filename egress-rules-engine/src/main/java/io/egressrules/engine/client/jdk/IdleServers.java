package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connections to origin servers that have answered a plain request and wait for another one to the
 * same destination, by somebody for whom the same address is vetted. Belongs to the loop's thread.
 */
final class IdleServers {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Loop loop;
  private final Map<Place, Deque<Idle>> waiting = new HashMap<>();

  IdleServers(Loop loop) {
    this.loop = loop;
  }

  /** Where a connection leads and what for. */
  private record Place(Destination destination, InetSocketAddress address) {}

  /** A connection, and the vetted address that it leads to. */
  record Server(SelectionKey key, InetSocketAddress address) {}

  /** Lets a connection wait. */
  void keep(Destination destination, Server server) {
    Place place = new Place(destination, server.address());
    Idle idle = new Idle(place, server.key());
    waiting.computeIfAbsent(place, none -> new ArrayDeque<>()).push(idle);
    server.key().attach(idle);
    server.key().interestOps(SelectionKey.OP_READ);
  }

  /** A connection that waits and is open, the last one first; null when there is none. */
  @Nullable Server take(Ticket.Route route) {
    for (InetSocketAddress address : route.addresses()) {
      Place place = new Place(route.destination(), address);
      for (Idle idle = pop(place); idle != null; idle = pop(place)) {
        if (idle.isQuiet()) {
          idle.key.interestOps(0);
          return new Server(idle.key, address);
        }
        idle.broken();
      }
    }
    return null;
  }

  private @Nullable Idle pop(Place place) {
    Deque<Idle> there = waiting.get(place);
    if (there == null) {
      return null;
    }
    Idle idle = there.pop();
    idle.leave(there);
    return idle;
  }

  /** A connection that waits; whatever the server does meanwhile ends it. */
  private final class Idle implements Loop.Handler {
    private final Place place;
    private final SelectionKey key;
    private final Loop.Deadline deadline;

    Idle(Place place, SelectionKey key) {
      this.place = place;
      this.key = key;
      this.deadline = loop.after(PATIENCE, this::broken);
    }

    @Override
    public void ready(SelectionKey ready) {
      broken();
    }

    @Override
    public void broken() {
      Sockets.close(key.channel());
      Deque<Idle> there = waiting.get(place);
      if (there != null) {
        there.remove(this);
        leave(there);
      }
    }

    private void leave(Deque<Idle> there) {
      loop.cancel(deadline);
      if (there.isEmpty()) {
        waiting.remove(place);
      }
    }

    /** Neither closed nor saying anything. */
    private boolean isQuiet() {
      try {
        return key.isValid() && ((SocketChannel) key.channel()).read(ByteBuffer.allocate(1)) == 0;
      } catch (IOException gone) {
        return false;
      }
    }
  }
}
