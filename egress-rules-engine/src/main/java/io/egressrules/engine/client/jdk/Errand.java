package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * What a client asked for and has a ticket for: to be connected, by a tunnel or for one plain
 * exchange, to the destination or to a proxy that is told it.
 */
final class Errand implements Dial.Outcome {
  private static final String TUNNEL_OPEN = "HTTP/1.1 200 OK\r\n\r\n";

  private final Loop loop;
  private final SelectionKey client;
  private final Ticket ticket;
  private final RequestHead request;
  private final Pipe.Stage upward;
  private final ByteBuffer rest;

  private Errand(
      Loop loop,
      SelectionKey client,
      Ticket ticket,
      RequestHead request,
      Pipe.Stage upward,
      ByteBuffer rest) {
    this.loop = loop;
    this.client = client;
    this.ticket = ticket;
    this.request = request;
    this.upward = upward;
    this.rest = rest;
  }

  /**
   * An errand, not yet run.
   *
   * @param rest what arrived behind the head
   * @throws ProtocolException if the request is not framed beyond doubt
   */
  static Errand of(
      Loop loop, SelectionKey client, Ticket ticket, RequestHead request, ByteBuffer rest)
      throws ProtocolException {
    BodyFrame body = request.body();
    if (request.isConnect() && rest.hasRemaining()) {
      throw new ProtocolException("bytes before the tunnel");
    }
    ByteBuffer kept = ByteBuffer.allocate(rest.remaining()).put(rest).flip();
    Pipe.Stage upward = request.isConnect() ? Pipe.Stage.OPEN : body;
    return new Errand(loop, client, ticket, request, upward, kept);
  }

  void dial() {
    Dial dial = new Dial(loop, ticket.route(), this);
    client.attach(dial);
    dial.next();
  }

  @Override
  public void connected(SelectionKey server, InetSocketAddress address) {
    Relay relay = new Relay(loop, ticket, address, client, server, upward, downward());
    try {
      if (ticket.opened(relay)) {
        greet(relay);
        relay.begin();
      } else {
        relay.broken();
      }
    } catch (IOException failure) {
      relay.broken();
    }
  }

  private Pipe.Stage downward() {
    if (request.isConnect()) {
      return Pipe.Stage.OPEN;
    }
    return ticket.route().proxied() ? ResponseHeads.ofProxy() : ResponseHeads.ofOrigin();
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
    Sockets.answer((SocketChannel) client.channel(), Refusal.NOT_CONNECTED);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
