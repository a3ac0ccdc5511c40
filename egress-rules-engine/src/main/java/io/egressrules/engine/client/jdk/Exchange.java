package io.egressrules.engine.client.jdk;

import io.egressrules.EgressDenial;
import io.egressrules.EgressDeniedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way and its answer: the JDK client that does the work, and the ticket by which
 * it is let through. To be closed when the answer's head has come, or nothing.
 */
final class Exchange implements AutoCloseable {
  private final HttpClient client;
  private final Ticket ticket;
  private final Runnable end;

  Exchange(HttpClient client, Ticket ticket, Runnable end) {
    this.client = client;
    this.ticket = ticket;
    this.end = end;
  }

  HttpClient client() {
    return client;
  }

  /** What the client shows to the connector in the field {@link Ticket#FIELD}. */
  String token() {
    return ticket.token();
  }

  /** Whether what came as an answer is the connector's own, since it could not connect. */
  boolean isUnconnected() {
    return ticket.failure() != null;
  }

  /** Throws what stands for an answer that is the connector's own. */
  void requireConnected() throws IOException {
    IOException failure = ticket.failure();
    if (failure != null) {
      throw copy(failure);
    }
  }

  /** Sends, and closes this exchange when there is an answer or a failure, which is explained. */
  <A> CompletableFuture<A> send(Cancellation cancellation, Supplier<CompletableFuture<A>> sending) {
    CompletableFuture<A> sent = begun(sending);
    cancellation.runs(sent);
    return sent.handle(
        (answer, thrown) -> {
          try (this) {
            if (thrown != null) {
              throw explain(thrown);
            }
            requireConnected();
            return answer;
          } catch (Throwable explained) {
            throw new CompletionException(explained);
          }
        });
  }

  private static <A> CompletableFuture<A> begun(Supplier<CompletableFuture<A>> sending) {
    try {
      return sending.get();
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** What a caller is told: a denial itself, or why there was no connection, or what was thrown. */
  Throwable explain(Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    IOException failure = ticket.failure();
    if (EgressDenial.find(cause).orElse(null) instanceof EgressDeniedException denied) {
      return denied;
    }
    boolean unconnected = cause instanceof IOException && !(cause instanceof HttpTimeoutException);
    return failure != null && unconnected ? copy(failure) : cause;
  }

  /** Of what a stage of a future failed with, the failure itself. */
  static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wraps = thrown instanceof CompletionException || thrown instanceof ExecutionException;
    return wraps && cause != null ? unwrapped(cause) : thrown;
  }

  /** The failure with the caller's stack, not the connector's. */
  private static IOException copy(IOException failure) {
    @Nullable String message = failure.getMessage();
    IOException copy =
        failure instanceof HttpConnectTimeoutException
            ? new HttpConnectTimeoutException(message)
            : failure instanceof ConnectException
                ? new ConnectException(message)
                : new ProtocolException(message);
    copy.initCause(failure);
    return copy;
  }

  @Override
  public void close() {
    end.run();
  }
}
