package io.egressrules.examples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Real servers on loopback addresses: 127.0.0.2 stands for a partner (HTTP and HTTPS), 127.0.0.3
 * for something internal that no call may ever reach.
 */
final class DemoServers implements AutoCloseable {
  private static final String PARTNER = "127.0.0.2";
  private static final String INTERNAL = "127.0.0.3";

  private final HttpServer partner;
  private final HttpServer internal;
  private final HttpsServer partnerTls;
  private final AtomicInteger internalRequests = new AtomicInteger();

  DemoServers(SSLContext tls) throws IOException {
    partner = HttpServer.create(at(PARTNER, 0), 0);
    internal = HttpServer.create(at(INTERNAL, partner.getAddress().getPort()), 0);
    partnerTls = HttpsServer.create(at(PARTNER, 0), 0);
    partnerTls.setHttpsConfigurator(new HttpsConfigurator(tls));
    partner.createContext("/", DemoServers::partner);
    partnerTls.createContext("/", DemoServers::partner);
    internal.createContext("/", this::internal);
    partner.start();
    internal.start();
    partnerTls.start();
  }

  private static InetSocketAddress at(String address, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(address), port);
  }

  private static void partner(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/to-metadata")) {
      exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    reply(exchange, "partner");
  }

  private void internal(HttpExchange exchange) throws IOException {
    internalRequests.incrementAndGet();
    reply(exchange, "internal");
  }

  private static void reply(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  int httpPort() {
    return partner.getAddress().getPort();
  }

  int httpsPort() {
    return partnerTls.getAddress().getPort();
  }

  int internalRequests() {
    return internalRequests.get();
  }

  @Override
  public void close() {
    partner.stop(0);
    partnerTls.stop(0);
    internal.stop(0);
  }
}
