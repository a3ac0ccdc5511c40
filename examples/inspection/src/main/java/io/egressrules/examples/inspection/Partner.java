package io.egressrules.examples.inspection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A real server on a loopback address, which remembers what it got last. */
final class Partner implements AutoCloseable {
  private final HttpServer server;
  private final AtomicReference<@Nullable Received> last = new AtomicReference<>();

  Partner() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      last.set(Received.of(exchange));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What arrived since this was last asked, or null. */
  @Nullable Received last() {
    return last.getAndSet(null);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
