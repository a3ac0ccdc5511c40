package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection that somebody on this machine made to the connector. It is dialled for once its
 * first message shows a live ticket and asks for exactly what that ticket allows; else it is
 * refused.
 */
final class Arrival implements Loop.Handler {
  /** How long a message head may take to arrive. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int HEAD_LIMIT = 128 * 1024;

  private final Loop loop;
  private final Tickets tickets;
  private final IdleServers idle;
  private final SocketChannel client;
  private final Runnable gone;
  private final HeadBuffer head = new HeadBuffer(HEAD_LIMIT);
  private Loop.@Nullable Deadline deadline;

  /**
   * @param gone called once, when the arrival is refused or has a ticket
   */
  Arrival(Loop loop, Tickets tickets, IdleServers idle, SocketChannel client, Runnable gone) {
    this.loop = loop;
    this.tickets = tickets;
    this.idle = idle;
    this.client = client;
    this.gone = gone;
  }

  void begin() throws IOException {
    loop.watch(client, SelectionKey.OP_READ, this);
    deadline = loop.after(PATIENCE, this::broken);
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    ByteBuffer bytes = loop.scratch();
    if (client.read(bytes) < 0) {
      throw new ProtocolException("ended before its head");
    }
    boolean complete = head.take(bytes.flip());
    if (complete) {
      key.interestOps(0);
      leave();
      identify(key, bytes);
    }
  }

  /** Finds the ticket, and what it is to be used for. */
  private void identify(SelectionKey key, ByteBuffer rest) {
    Ticket ticket = null;
    try {
      RequestHead request = RequestHead.parse(head.text());
      ticket = tickets.find(request.single(Ticket.FIELD));
      if (ticket == null || !ticket.route().isFor(request)) {
        Farewell.say(loop, key, Refusal.NO_TICKET.response());
        return;
      }
      new Errand(loop, idle, key, ticket, request, rest).run();
    } catch (ProtocolException malformed) {
      if (ticket != null) {
        ticket.failed(malformed);
      }
      Farewell.say(loop, key, Refusal.MALFORMED.response());
    }
  }

  @Override
  public void broken() {
    Sockets.reset(client);
    leave();
  }

  private void leave() {
    if (deadline != null) {
      loop.cancel(deadline);
      deadline = null;
      gone.run();
    }
  }
}
