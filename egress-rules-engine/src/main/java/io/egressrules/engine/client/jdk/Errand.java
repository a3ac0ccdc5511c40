package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.charset.StandardCharsets;

/**
 * What a client asked for and has a ticket for: to be connected, by a tunnel or for one plain
 * exchange, to the destination or to a proxy that is told it.
 */
final class Errand implements Dial.Outcome {
  private static final String TUNNEL_OPEN = "HTTP/1.1 200 OK\r\n\r\n";

  private final Loop loop;
  private final IdleServers idle;
  private final SelectionKey client;
  private final Ticket ticket;
  private final RequestHead request;
  private final BodyFrame body;
  private final ByteBuffer rest;

  /**
   * An errand, not yet run.
   *
   * @param rest what arrived behind the head
   * @throws ProtocolException if the request is not framed beyond doubt
   */
  Errand(
      Loop loop,
      IdleServers idle,
      SelectionKey client,
      Ticket ticket,
      RequestHead request,
      ByteBuffer rest)
      throws ProtocolException {
    this.loop = loop;
    this.idle = idle;
    this.client = client;
    this.ticket = ticket;
    this.request = request;
    this.body = request.body();
    this.rest = ByteBuffer.allocate(rest.remaining()).put(rest).flip();
    if (request.isConnect() && this.rest.hasRemaining()) {
      throw new ProtocolException("bytes before the tunnel");
    }
  }

  void run() {
    boolean maySave = !request.isConnect() && !ticket.route().proxied();
    IdleServers.Server server = maySave ? idle.take(ticket.route()) : null;
    if (server != null) {
      connected(server);
    } else {
      Dial dial = new Dial(loop, ticket.route(), this);
      client.attach(dial);
      dial.next();
    }
  }

  @Override
  public void connected(IdleServers.Server server) {
    Relay relay = relay(server);
    try {
      if (ticket.opened(relay)) {
        greet(relay);
        relay.begin();
      } else {
        relay.broken();
      }
    } catch (IOException | CancelledKeyException failure) {
      relay.broken();
    }
  }

  private Relay relay(IdleServers.Server server) {
    if (request.isConnect()) {
      return new Relay(loop, ticket, client, server, Pipe.Stage.OPEN, Pipe.Stage.OPEN);
    }
    PlainAnswer answer = new PlainAnswer(request.method().equals("HEAD"), ticket.route().proxied());
    return new PlainRelay(loop, ticket, client, server, body, answer, idle);
  }

  private void greet(Relay relay) throws IOException {
    if (ticket.route().proxied()) {
      relay.up().send(bytes(request.toProxyForm()));
    } else if (request.isConnect()) {
      relay.down().send(bytes(TUNNEL_OPEN));
    } else {
      relay.up().send(bytes(request.toOriginForm()));
    }
    relay.up().passOn(rest);
  }

  @Override
  public void failed(IOException why) {
    ticket.failed(why);
    Farewell.say(loop, client, Refusal.NOT_CONNECTED.response());
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
