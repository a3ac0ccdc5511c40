package io.egressrules.engine.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An HTTP server on one loopback address that remembers what it received. */
public final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /**
   * One request as it arrived.
   *
   * @param clientPort tells connections apart
   */
  public record Received(
      String method,
      String uri,
      com.sun.net.httpserver.Headers headers,
      String body,
      int clientPort,
      String serverName) {
    public @Nullable String header(String name) {
      return headers.getFirst(name);
    }
  }

  LoopbackServer(InetSocketAddress address, @Nullable SSLContext tls) throws IOException {
    if (tls == null) {
      server = HttpServer.create(address, 50);
    } else {
      HttpsServer secure = HttpsServer.create(address, 50);
      secure.setHttpsConfigurator(new HttpsConfigurator(tls));
      server = secure;
    }
    server.setExecutor(threads);
    on("/", 200, "hello");
    server.start();
  }

  /** Answers a path and all below it with a status, a text, and header fields as name, value… */
  public void on(String path, int status, String text, String... fields) {
    on(
        path,
        exchange -> {
          for (int i = 0; i < fields.length; i += 2) {
            exchange.getResponseHeaders().add(fields[i], fields[i + 1]);
          }
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        });
  }

  /** Redirects a path to wherever. */
  public void redirect(String path, int status, String location) {
    on(path, status, "", "Location", location);
  }

  private void on(String path, HttpHandler handler) {
    try {
      server.removeContext(path);
    } catch (IllegalArgumentException none) {
      // the first handler of this path
    }
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            received.add(read(exchange));
            handler.handle(exchange);
          }
        });
  }

  private static Received read(HttpExchange exchange) throws IOException {
    StringBuilder body = new StringBuilder();
    try (InputStream in = exchange.getRequestBody()) {
      body.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException aborted) {
      body.append("(aborted)");
    }
    return new Received(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders(),
        body.toString(),
        exchange.getRemoteAddress().getPort(),
        serverName(exchange));
  }

  /** What the client sent as server name indication (RFC 6066 section 3). */
  private static String serverName(HttpExchange exchange) {
    if (!(exchange instanceof HttpsExchange secure)) {
      return "";
    }
    ExtendedSSLSession session = (ExtendedSSLSession) secure.getSSLSession();
    return session.getRequestedServerNames().stream()
        .map(name -> new String(name.getEncoded(), StandardCharsets.US_ASCII))
        .findFirst()
        .orElse("");
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Everything that arrived so far, in order. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  public Received last() {
    return received.get(received.size() - 1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
