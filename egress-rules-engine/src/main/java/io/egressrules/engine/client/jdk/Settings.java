package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * How a client of the JDK was built, as far as it can be read.
 *
 * @param ownExecutor what runs asynchronous work when the client was given nothing for it
 */
record Settings(
    Optional<CookieHandler> cookieHandler,
    Optional<Duration> connectTimeout,
    Redirect followRedirects,
    Optional<ProxySelector> proxy,
    SSLContext sslContext,
    SSLParameters sslParameters,
    Optional<Authenticator> authenticator,
    Version version,
    Optional<Executor> givenExecutor,
    Executor ownExecutor) {

  /**
   * Reads a client's settings.
   *
   * @throws IllegalArgumentException if it is not one of the JDK's own, of which more than settings
   *     would be lost
   */
  static Settings of(HttpClient client) {
    if (client.getClass().getModule() != HttpClient.class.getModule()) {
      throw new IllegalArgumentException(
          "`"
              + client.getClass().getName()
              + "` is not the jdk's own client; guard that one, then wrap the guarded client");
    }
    return new Settings(
        client.cookieHandler(),
        client.connectTimeout(),
        client.followRedirects(),
        client.proxy(),
        client.sslContext(),
        client.sslParameters(),
        client.authenticator(),
        client.version(),
        client.executor(),
        client.executor().orElseGet(() -> Executors.newCachedThreadPool(Settings::thread)));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "egress-http-client");
    thread.setDaemon(true);
    return thread;
  }

  boolean follows() {
    return followRedirects != Redirect.NEVER;
  }

  /** The proxies that a client so built would use: its own, or else the JVM's. */
  @Nullable ProxySelector proxies() {
    return proxy.orElseGet(ProxySelector::getDefault);
  }

  /** A client of the JDK so built, but for what a guarded one does itself. */
  HttpClient behind(InetSocketAddress connector) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .proxy(new Always(new Proxy(Proxy.Type.HTTP, connector)))
            .sslContext(sslContext)
            .sslParameters(sslParameters)
            .version(Hop.supported(version))
            .executor(ownExecutor);
    cookieHandler.ifPresent(builder::cookieHandler);
    connectTimeout.ifPresent(builder::connectTimeout);
    authenticator.ifPresent(builder::authenticator);
    return builder.build();
  }

  /** One proxy for everything; there is no other way out. */
  private static final class Always extends ProxySelector {
    private final List<Proxy> proxy;

    Always(Proxy proxy) {
      this.proxy = List.of(proxy);
    }

    @Override
    public List<Proxy> select(URI uri) {
      return proxy;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // There is no other to try.
    }
  }
}
