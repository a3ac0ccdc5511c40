package io.egressrules.engine.client.jdk;

import io.egressrules.Capability;
import io.egressrules.engine.enforce.ClientAbilities;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.engine.enforce.Enforcement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client, guarded: every request, every redirect and every address is decided before
 * the first byte leaves, and a denied call fails with {@link io.egressrules.EgressDeniedException}.
 *
 * <pre>{@code
 * EgressGuard guard = EgressGuard.builder(filter).subject("checkout").build();
 * HttpClient client = GuardedHttpClient.guard(HttpClient.newHttpClient(), guard);
 * }</pre>
 *
 * <p><b>How only vetted addresses are dialled.</b> The JDK's client has no hook between resolving
 * and connecting. This client therefore hands it no name to resolve: it makes the JDK's client use
 * a small proxy inside this process, bound to the loopback interface, which connects each exchange
 * to the addresses that were vetted for it and to none else. TLS passes through it as it is, so the
 * server's name is sent (SNI) and its certificate is verified as ever, by the {@link SSLContext} of
 * the client that was guarded. The alternative, a URL with the address in place of the name, would
 * need the verification of names to be written anew. The price is one more pass over the loopback
 * interface, and for {@code http} a loopback connection for each request.
 *
 * <p><b>Who may use that proxy.</b> Only who shows the secret of an exchange that is under way;
 * another process that connects to it is turned away. Whoever can read this process's memory or
 * capture loopback traffic can take such a secret, and reach that exchange's destination with it
 * while the exchange waits for its answer.
 *
 * <p><b>Connections that are used again.</b> An HTTPS call may go over a connection that was
 * dialled for an earlier one only if the policy of the moment lets it use that connection's
 * address; an HTTP call only if the address is among those just vetted.
 *
 * <p><b>What differs from the JDK's client.</b> Redirects follow the guard's rules, unless the
 * client never follows them. Fields that frame a message ({@code Transfer-Encoding}, {@code
 * Connection}, …) are left to the client even where the JDK is set up to let callers write them.
 * HTTP/3 is not spoken. A client's {@code priority} and {@code localAddress} cannot be read and are
 * not kept. A request that is inspected sends a body longer than the guard's hold without stating
 * its length. An {@link Authenticator} is not asked for a declared proxy's credentials; a request
 * may have them in a {@code Proxy-Authorization} field. {@code sendAsync} decides the request on
 * the calling thread, and resolves names on the client's executor.
 *
 * <p>Safe for use by several threads. A client that is no longer used may be closed, and need not
 * be.
 */
public final class GuardedHttpClient extends HttpClient implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final ClientAbilities ABILITIES =
      ClientAbilities.of("java.net.http.HttpClient", EnumSet.allOf(Capability.class));

  private final Settings settings;
  private final Connector connector;
  private final Pools pools;
  private final Sender sender;
  private final Activity activity;

  private GuardedHttpClient(Settings settings, Connector connector, Enforcement enforcement) {
    this.settings = settings;
    this.connector = connector;
    this.pools = new Pools(connector, () -> settings.behind(connector.address()));
    this.sender =
        new Sender(
            enforcement, pools, settings.proxies(), settings.ownExecutor(), settings.follows());
    this.activity = new Activity(connector::close);
    CLEANER.register(this, connector::drain);
  }

  /**
   * A guarded client with the settings of one of the JDK's.
   *
   * @param client a client as {@link HttpClient#newBuilder()} builds it; it stays unguarded and
   *     should not be used any more
   * @param guard what guards it
   * @return the guarded client
   * @throws IllegalArgumentException if the client is not one of the JDK's own: guard that one
   *     first, then wrap the guarded one
   * @throws IllegalStateException if the guard has no policy
   * @throws UncheckedIOException if no loopback port can be listened on
   */
  public static GuardedHttpClient guard(HttpClient client, EgressGuard guard) {
    Settings settings = Settings.of(client);
    Enforcement enforcement = guard.install(ABILITIES);
    try {
      Connector connector = Connector.open(new SecureRandom(), System::nanoTime);
      return new GuardedHttpClient(settings, connector, enforcement);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot listen on the loopback interface", failure);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.egressrules.EgressDeniedException if the call is denied; nothing has left then,
   *     unless it was denied for a redirect or for a body longer than the guard's hold
   */
  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    Objects.requireNonNull(request);
    Objects.requireNonNull(handler);
    Runnable ended = activity.begin();
    try {
      return new Call<>(sender, handler, null, ended).send(request);
    } catch (Throwable failed) {
      ended.run();
      throw failed;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A call that is denied fails with {@link io.egressrules.EgressDeniedException} itself.
   */
  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return sendAsync(request, handler, null);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A call that is denied fails with {@link io.egressrules.EgressDeniedException} itself.
   */
  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
    Objects.requireNonNull(request);
    Objects.requireNonNull(handler);
    try {
      Runnable ended = activity.begin();
      return new Call<>(sender, handler, pushes, () -> endAsync(ended)).sendAsync(request);
    } catch (IOException shutdown) {
      return CompletableFuture.failedFuture(shutdown);
    }
  }

  /** Whoever may call this keeps the client from being taken for unused. */
  private void endAsync(Runnable ended) {
    try {
      ended.run();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * A builder of guarded WebSockets. The opening handshake is decided like a request by GET; a
   * policy that obliges to inspect what is sent denies it, for messages are not inspected.
   *
   * @return a new builder
   */
  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    return new GuardedWebSocketBuilder(sender, activity);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return settings.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return settings.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return settings.followRedirects();
  }

  /**
   * {@inheritDoc}
   *
   * <p>What it selects is used only if the guard was told of it.
   */
  @Override
  public Optional<ProxySelector> proxy() {
    return settings.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return settings.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return pools.client().sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return settings.authenticator();
  }

  @Override
  public Version version() {
    return settings.version();
  }

  @Override
  public Optional<Executor> executor() {
    return settings.givenExecutor();
  }

  /**
   * Lets no new call begin; those under way are completed. Overrides what the JDK's client has of
   * that name since Java 21, as do the methods below.
   */
  public void shutdown() {
    activity.shutdown();
  }

  /**
   * Waits for the calls under way to be completed after a shutdown.
   *
   * @param duration how long to wait
   * @return whether they are
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public boolean awaitTermination(Duration duration) throws InterruptedException {
    return activity.await(duration);
  }

  /**
   * Whether all calls are completed after a shutdown.
   *
   * @return false before a shutdown
   */
  public boolean isTerminated() {
    return activity.isAtRest();
  }

  /** Lets no new call begin, and ends those under way; they fail. */
  public void shutdownNow() {
    activity.shutdown();
    connector.close();
  }

  /**
   * Lets no new call begin and waits for those under way to be completed. When the thread is
   * interrupted while it waits, they are ended.
   */
  @Override
  public void close() {
    shutdown();
    boolean interrupted = false;
    while (!isTerminated()) {
      try {
        activity.await(Duration.ofDays(1));
      } catch (InterruptedException givenUp) {
        shutdownNow();
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
