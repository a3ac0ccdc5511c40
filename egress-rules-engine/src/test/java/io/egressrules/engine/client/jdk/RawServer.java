package io.egressrules.engine.client.jdk;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A server on one loopback address that holds with each connection the talk that a test says. */
final class RawServer implements Closeable {
  private final ServerSocket listening;
  private final Talk talk;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** What is said on one connection, which is closed afterwards. */
  interface Talk {
    void hold(Socket socket) throws Exception;
  }

  private RawServer(ServerSocket listening, Talk talk) {
    this.listening = listening;
    this.talk = talk;
  }

  static RawServer open(String address, Talk talk) throws IOException {
    return open(address, 0, null, talk);
  }

  /** A server that speaks TLS, and of several protocols the one named (RFC 7301). */
  static RawServer secure(String address, int port, SSLContext tls, String protocol, Talk talk)
      throws IOException {
    return open(address, port, tls, socket -> talk.hold(negotiated(socket, protocol)));
  }

  private static Socket negotiated(Socket socket, String protocol) throws IOException {
    SSLSocket secure = (SSLSocket) socket;
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private static RawServer open(String address, int port, @Nullable SSLContext tls, Talk talk)
      throws IOException {
    ServerSocket listening =
        tls == null
            ? new ServerSocket()
            : (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
    listening.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    RawServer server = new RawServer(listening, talk);
    start(server::accept);
    return server;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        sockets.add(socket);
        start(() -> hold(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void hold(Socket socket) {
    try (socket) {
      talk.hold(socket);
    } catch (Exception brokenOff) {
      // What a test expects it sees on the other side.
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listening.getLocalSocketAddress();
  }

  int port() {
    return listening.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** The bytes up to an empty line, as text; empty at the end of the stream. */
  static String head(InputStream in) {
    try {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        head.write(next);
        if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
          return head.toString(StandardCharsets.ISO_8859_1);
        }
      }
      return "";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String text(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
