package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/**
 * A relay for one plain exchange. It ends with the answer: the client is sent away, and the
 * server's connection waits for another exchange if it can serve one.
 */
final class PlainRelay extends Relay {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final BodyFrame asked;
  private final PlainAnswer answer;
  private final IdleServers idle;

  PlainRelay(
      Loop loop,
      Ticket ticket,
      SelectionKey client,
      IdleServers.Server server,
      BodyFrame asked,
      PlainAnswer answer,
      IdleServers idle) {
    super(loop, ticket, client, server, bytes -> within(asked, bytes), answer);
    this.asked = asked;
    this.answer = answer;
    this.idle = idle;
  }

  /** What comes behind the body would be a request that nobody decided. */
  private static ByteBuffer within(BodyFrame asked, ByteBuffer bytes) throws ProtocolException {
    if (asked.follow(bytes) < bytes.remaining()) {
      throw new ProtocolException("bytes behind the request");
    }
    return bytes;
  }

  @Override
  boolean isOver() {
    return super.isOver() || (answer.isComplete() && !down().wantsWrite());
  }

  @Override
  void end() {
    boolean reusable =
        answer.keepsConnection()
            && asked.isComplete()
            && !up().wantsWrite()
            && !up().isDone()
            && !down().isDone()
            && !isProxied();
    release();
    if (reusable) {
      idle.keep(ticket().route().destination(), server());
    } else {
      Sockets.close(server().key().channel());
    }
    Farewell.say(loop(), client(), NOTHING);
  }
}
