package io.egressrules.engine.client.jdk;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.enforce.Redirect;
import io.egressrules.engine.enforce.Vetted;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One call of a caller's: its request, and those that answers redirect to. Each goes through the
 * whole sequence before any byte of it leaves.
 *
 * @param <T> what the caller's handler makes of a body
 */
final class Call<T> {
  private final Sender sender;
  private final BodyHandler<T> handler;
  private final @Nullable PushPromiseHandler<T> pushes;
  private final Runnable ended;
  private final Cancellation cancellation = new Cancellation();

  /**
   * @param pushes what the caller does with pushed answers (RFC 9113 section 8.4), or null
   * @param ended called when the call has ended, maybe more than once
   */
  Call(
      Sender sender,
      BodyHandler<T> handler,
      @Nullable PushPromiseHandler<T> pushes,
      Runnable ended) {
    this.sender = sender;
    this.handler = handler;
    this.pushes = pushes;
    this.ended = ended;
  }

  /** An answer as the caller sees it, and as it was read. */
  private record Outcome<T>(HttpResponse<T> response, Answer<T> answer) {}

  HttpResponse<T> send(HttpRequest asked) throws IOException, InterruptedException {
    Hop hop = Hop.first(sender.enforcement(), asked);
    HttpResponse<T> previous = null;
    while (true) {
      Outcome<T> outcome = exchange(hop, previous);
      Optional<Redirect> redirect = outcome.answer().redirect();
      if (redirect.isEmpty()) {
        return outcome.response();
      }
      hop = Hop.next(sender.enforcement(), hop, redirect.get());
      previous = outcome.response();
    }
  }

  private Outcome<T> exchange(Hop hop, @Nullable HttpResponse<T> previous)
      throws IOException, InterruptedException {
    Vetted vetted = vet(hop);
    try (OutgoingBody body = body(hop, vetted)) {
      BodyPublisher publisher = await(body.publisher());
      try (Exchange exchange = sender.depart(vetted)) {
        return deliver(hop, exchange, publisher, previous);
      }
    }
  }

  private Outcome<T> deliver(
      Hop hop, Exchange exchange, BodyPublisher body, @Nullable HttpResponse<T> previous)
      throws IOException, InterruptedException {
    Answer<T> answer = answer(hop, exchange);
    try {
      HttpResponse<T> response = exchange.client().send(hop.by(exchange.token(), body), answer);
      exchange.requireConnected();
      return new Outcome<>(new GuardedResponse<>(response, hop.request(), previous), answer);
    } catch (IOException | RuntimeException thrown) {
      throw asIo(exchange.explain(thrown));
    }
  }

  private static BodyPublisher await(CompletableFuture<BodyPublisher> body)
      throws IOException, InterruptedException {
    try {
      return body.get();
    } catch (ExecutionException failed) {
      throw asIo(Exchange.unwrapped(failed));
    }
  }

  /** Throws what is unchecked. */
  private static IOException asIo(Throwable thrown) {
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof IOException io ? io : new IOException(thrown);
  }

  CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest asked) {
    return cancellation.future(first(asked).thenCompose(hop -> step(hop, null)), ended);
  }

  /** Decided on the caller's thread, which knows who calls. */
  private CompletableFuture<Hop> first(HttpRequest asked) {
    try {
      return CompletableFuture.completedFuture(Hop.first(sender.enforcement(), asked));
    } catch (EgressDeniedException denied) {
      return CompletableFuture.failedFuture(denied);
    }
  }

  private CompletableFuture<HttpResponse<T>> step(Hop hop, @Nullable HttpResponse<T> previous) {
    return sender
        .async(() -> vet(hop))
        .thenCompose(vetted -> exchangeAsync(hop, vetted, previous))
        .thenCompose(outcome -> after(hop, outcome));
  }

  private CompletableFuture<Outcome<T>> exchangeAsync(
      Hop hop, Vetted vetted, @Nullable HttpResponse<T> previous) {
    OutgoingBody body = body(hop, vetted);
    try {
      return body.publisher()
          .thenCompose(publisher -> deliverAsync(hop, vetted, publisher, previous))
          .whenComplete((outcome, thrown) -> body.close());
    } catch (EgressDeniedException denied) {
      body.close();
      return CompletableFuture.failedFuture(denied);
    }
  }

  private CompletableFuture<Outcome<T>> deliverAsync(
      Hop hop, Vetted vetted, BodyPublisher body, @Nullable HttpResponse<T> previous) {
    cancellation.requireWanted();
    Exchange exchange = sender.depart(vetted);
    Answer<T> answer = answer(hop, exchange);
    return exchange
        .send(
            cancellation,
            () -> exchange.client().sendAsync(hop.by(exchange.token(), body), answer, pushes))
        .thenApply(
            response ->
                new Outcome<>(new GuardedResponse<>(response, hop.request(), previous), answer));
  }

  private CompletableFuture<HttpResponse<T>> after(Hop hop, Outcome<T> outcome) {
    try {
      Optional<Redirect> redirect = outcome.answer().redirect();
      return redirect.isEmpty()
          ? CompletableFuture.completedFuture(outcome.response())
          : step(Hop.next(sender.enforcement(), hop, redirect.get()), outcome.response());
    } catch (EgressDeniedException denied) {
      return CompletableFuture.failedFuture(denied);
    }
  }

  private Vetted vet(Hop hop) throws EgressDeniedException {
    return sender.vet(sender.enforcement(), hop.admission(), hop.request().uri());
  }

  private OutgoingBody body(Hop hop, Vetted vetted) {
    return new OutgoingBody(sender.enforcement(), vetted, hop);
  }

  private Answer<T> answer(Hop hop, Exchange exchange) {
    return new Answer<>(
        exchange, hop.admission(), sender.follows() ? sender.enforcement() : null, handler, ended);
  }
}
