package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection that somebody on this machine made to the connector. It is dialled for once its first
 * message shows a live ticket and asks for exactly what the ticket allows; else it is refused.
 */
final class Arrival implements Loop.Handler, Dial.Outcome {
  /** How long a message head may take to arrive. */
  static final Duration HEAD_PATIENCE = Duration.ofSeconds(10);

  private static final String TUNNEL_OPEN = "HTTP/1.1 200 OK\r\n\r\n";

  private final Loop loop;
  private final Tickets tickets;
  private final SocketChannel client;
  private final Runnable left;
  private final HeadBuffer head = new HeadBuffer();
  private final Loop.Deadline deadline;
  private @Nullable SelectionKey key;
  private @Nullable Errand errand;

  /**
   * @param left called once, when the arrival is refused or goes on as a relay
   */
  Arrival(Loop loop, Tickets tickets, SocketChannel client, Runnable left) {
    this.loop = loop;
    this.tickets = tickets;
    this.client = client;
    this.left = left;
    this.deadline = loop.after(HEAD_PATIENCE, this::broken);
  }

  /** What was asked for, and found to be allowed. */
  private record Errand(Ticket ticket, RequestHead request, BodyFrame body, ByteBuffer rest) {}

  void begin() throws IOException {
    key = loop.watch(client, SelectionKey.OP_READ, this);
  }
}
