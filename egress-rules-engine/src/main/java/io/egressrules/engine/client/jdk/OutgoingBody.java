package io.egressrules.engine.client.jdk;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.enforce.BodyGate;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Vetted;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request on its way out, through inspection if the decision obliges to it.
 *
 * <p>A body within the guard's hold is inspected before the request begins, so that of a denied
 * call nothing leaves at all. A longer one is inspected while it is sent, and its length is not
 * stated: what is redacted may change it.
 */
final class OutgoingBody implements AutoCloseable {
  private final Enforcement enforcement;
  private final Vetted vetted;
  private final Hop hop;
  private final AtomicReference<@Nullable Screen> begun = new AtomicReference<>();

  OutgoingBody(Enforcement enforcement, Vetted vetted, Hop hop) {
    this.enforcement = enforcement;
    this.vetted = vetted;
    this.hop = hop;
  }

  /**
   * What is to be sent, once that is known; fails when it is denied before any of it may leave.
   *
   * @throws EgressDeniedException if the request is denied for its URL or header fields
   */
  CompletableFuture<BodyPublisher> publisher() throws EgressDeniedException {
    BodyGate gate = gate();
    if (!gate.inspects()) {
      gate.close();
      return CompletableFuture.completedFuture(hop.body());
    }
    Screen screen = new Screen(gate);
    begun.set(screen);
    hop.body().subscribe(screen);
    hop.request()
        .timeout()
        .map(TimeUnit.NANOSECONDS::convert)
        .ifPresent(time -> screen.collected().orTimeout(time, TimeUnit.NANOSECONDS));
    return screen
        .collected()
        .handle(
            (done, thrown) -> {
              if (thrown != null) {
                throw new CompletionException(explained(thrown));
              }
              return screen.isWhole() ? whole(screen) : new Rest();
            });
  }

  private BodyGate gate() throws EgressDeniedException {
    return enforcement.body(vetted, Hop.headers(hop.request().headers()), hop.declared());
  }

  private static Throwable explained(Throwable thrown) {
    return thrown instanceof TimeoutException
        ? new HttpTimeoutException("the body was not published in time")
        : thrown;
  }

  private static BodyPublisher whole(Screen screen) {
    byte[] bytes = screen.bytes();
    return bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
  }

  /** Ends what nobody subscribed to. */
  @Override
  public void close() {
    Screen screen = begun.getAndSet(null);
    if (screen != null) {
      screen.cancel();
    }
  }

  /** A body that is inspected while it is sent. */
  private final class Rest implements BodyPublisher {
    @Override
    public long contentLength() {
      return -1;
    }

    /** The first subscriber goes on with what has begun; a later one, of a retry, begins anew. */
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      Screen screen = begun.getAndSet(null);
      if (screen != null) {
        screen.release(subscriber);
        return;
      }
      try {
        Screen again = new Screen(gate());
        hop.body().subscribe(again);
        again.release(subscriber);
      } catch (EgressDeniedException denied) {
        subscriber.onSubscribe(Screen.OVER);
        subscriber.onError(denied);
      }
    }
  }
}
