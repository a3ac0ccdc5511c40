package io.egressrules.engine.client.jdk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A connector, its clock, its tickets, and clients that talk to it byte by byte. */
final class ConnectorRig implements Closeable {
  static final String HOST = "partner.test";

  final AtomicLong nanos = new AtomicLong();
  final Connector connector;
  private final List<Closeable> opened = new ArrayList<>();

  ConnectorRig() throws IOException {
    connector = Connector.open(new SecureRandom(), nanos::get);
  }

  RawServer server(RawServer.Talk talk) throws IOException {
    return kept(RawServer.open("127.0.0.2", talk));
  }

  /** A server that answers every request on a connection with the same bytes. */
  RawServer answering(List<String> heads, String answer) throws IOException {
    return server(
        socket -> {
          for (String head = RawServer.head(socket.getInputStream());
              !head.isEmpty();
              head = RawServer.head(socket.getInputStream())) {
            heads.add(head);
            socket.getOutputStream().write(RawServer.bytes(answer));
          }
        });
  }

  Ticket tunnel(RawServer server) {
    return ticket(true, server.port(), server.address());
  }

  Ticket plain(RawServer server) {
    return ticket(false, server.port(), server.address());
  }

  Ticket ticket(boolean tunnelled, int port, InetSocketAddress... addresses) {
    Ticket.Route route =
        new Ticket.Route(
            new Destination(HOST, port),
            tunnelled,
            List.of(addresses),
            false,
            Duration.ofSeconds(10));
    return connector.issue(route, Ticket.Keeper.NONE);
  }

  static String connect(int port, String token) {
    String authority = HOST + ":" + port;
    return "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + shown(token);
  }

  static String get(int port, String token) {
    return "GET http://"
        + HOST
        + ":"
        + port
        + "/a?b HTTP/1.1\r\nHost: "
        + HOST
        + ":"
        + port
        + "\r\n"
        + shown(token);
  }

  private static String shown(String token) {
    return Ticket.FIELD + ": " + token + "\r\n\r\n";
  }

  Peer peer() throws IOException {
    return kept(new Peer(new Socket()));
  }

  private <T extends Closeable> T kept(T resource) {
    opened.add(resource);
    return resource;
  }

  /** Returns once the loop has dealt with all that was said before. */
  void settle() throws IOException {
    // The first may be served in the same round as what it waits for, the second cannot.
    for (int round = 0; round < 2; round++) {
      peer().say("x\r\n\r\n").rest();
    }
  }

  /** Lets time pass, after all that was said before. */
  void pass(Duration time) throws IOException {
    settle();
    nanos.addAndGet(time.toNanos());
    peer().close();
  }

  /** Returns once the connector takes no more connections. */
  void awaitClosed() throws IOException {
    for (int attempt = 0; attempt < 10_000; attempt++) {
      try (Socket socket = new Socket()) {
        socket.connect(connector.address());
      } catch (ConnectException refused) {
        return;
      } catch (SocketException reset) {
        // Queued by the kernel when the connector ceased to listen: the next one is refused.
        continue;
      }
    }
    throw new AssertionError("the connector still listens");
  }

  @Override
  public void close() throws IOException {
    connector.close();
    for (Closeable resource : opened) {
      resource.close();
    }
  }

  /** Somebody who connects to the connector. */
  final class Peer implements Closeable {
    private static final int PATIENCE = 20_000;
    final Socket socket;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      socket.connect(connector.address());
      socket.setSoTimeout(PATIENCE);
    }

    Peer say(String text) throws IOException {
      socket.getOutputStream().write(RawServer.bytes(text));
      return this;
    }

    String head() throws IOException {
      return RawServer.head(in());
    }

    String hear(int length) throws IOException {
      return RawServer.text(in(), length);
    }

    /** All that is still said. */
    String rest() throws IOException {
      return new String(in().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    InputStream in() throws IOException {
      return socket.getInputStream();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
