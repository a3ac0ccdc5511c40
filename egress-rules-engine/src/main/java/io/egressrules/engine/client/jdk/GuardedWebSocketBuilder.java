package io.egressrules.engine.client.jdk;

import io.egressrules.Capability;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.engine.enforce.Admission;
import io.egressrules.engine.enforce.Caller;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Vetted;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Builds WebSockets whose opening handshake (RFC 6455 section 4.1) was decided. The JDK's client
 * asks for a tunnel for {@code ws} as well as for {@code wss}; a handshake that is redirected
 * fails.
 */
final class GuardedWebSocketBuilder implements WebSocket.Builder {
  private final Sender sender;
  private final Enforcement enforcement;
  private final Activity activity;
  private final Headers.Builder headers = Headers.builder();
  private final List<Consumer<WebSocket.Builder>> words = new ArrayList<>();

  GuardedWebSocketBuilder(Sender sender, Activity activity) {
    this.sender = sender;
    this.enforcement = sender.enforcement().lacking(Capability.BODY);
    this.activity = activity;
  }

  @Override
  public WebSocket.Builder header(String name, String value) {
    if (name.toLowerCase(Locale.ROOT).startsWith("proxy-")) {
      throw new IllegalArgumentException("a field for proxies cannot be set");
    }
    headers.add(name, value);
    words.add(builder -> builder.header(name, value));
    return this;
  }

  @Override
  public WebSocket.Builder connectTimeout(Duration timeout) {
    Objects.requireNonNull(timeout);
    words.add(builder -> builder.connectTimeout(timeout));
    return this;
  }

  @Override
  public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
    Objects.requireNonNull(mostPreferred);
    String[] others = lesserPreferred.clone();
    words.add(builder -> builder.subprotocols(mostPreferred, others));
    return this;
  }

  @Override
  public CompletableFuture<WebSocket> buildAsync(URI uri, WebSocket.Listener listener) {
    Objects.requireNonNull(listener);
    try {
      Admission admission = admit(uri);
      URI canonical = Hop.uri(enforcement, admission);
      return open(admission, canonical, listener, activity.begin());
    } catch (IOException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** Decided on the caller's thread, which knows who calls. */
  private Admission admit(URI uri) throws EgressDeniedException {
    return enforcement.request(
        EgressRequest.toUrl(uri.toASCIIString()).method("GET").headers(headers.build()),
        Caller.UNSTATED);
  }

  private CompletableFuture<WebSocket> open(
      Admission admission, URI uri, WebSocket.Listener listener, Runnable ended) {
    Cancellation cancellation = new Cancellation();
    List<Consumer<WebSocket.Builder>> said = List.copyOf(words);
    return cancellation.future(
        sender
            .async(() -> sender.vet(enforcement, admission, handshake(uri)))
            .thenCompose(vetted -> shake(vetted, uri, said, listener, cancellation, ended)),
        ended);
  }

  /** The URL of the request that opens a WebSocket. */
  private static URI handshake(URI uri) {
    return URI.create(uri.toString().replaceFirst("^ws", "http"));
  }

  private CompletableFuture<WebSocket> shake(
      Vetted vetted,
      URI uri,
      List<Consumer<WebSocket.Builder>> said,
      WebSocket.Listener listener,
      Cancellation cancellation,
      Runnable ended) {
    cancellation.requireWanted();
    Exchange exchange = sender.pools().single(vetted, new LastOne(ended));
    return exchange.send(
        cancellation,
        () -> {
          WebSocket.Builder builder = exchange.client().newWebSocketBuilder();
          said.forEach(word -> word.accept(builder));
          return builder.header(Ticket.FIELD, exchange.token()).buildAsync(uri, listener);
        });
  }

  /** A WebSocket is under way for as long as its connection. */
  private record LastOne(Runnable ended) implements Ticket.Keeper {
    @Override
    public void opened(Ticket ticket, Relay relay) {}

    @Override
    public void closed(Ticket ticket, Relay relay) {
      ended.run();
    }
  }
}
