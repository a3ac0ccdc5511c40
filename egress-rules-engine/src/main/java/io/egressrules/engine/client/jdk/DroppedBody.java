package io.egressrules.engine.client.jdk;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Drops the body of an answer that nobody reads. A short one is read to its end, so that the
 * connection can be used again; of a long one the rest is not waited for.
 *
 * @param <T> what the caller would have had
 */
final class DroppedBody<T> implements BodySubscriber<T> {
  private static final int SHORT = 16 * 1024;

  private final CompletableFuture<@Nullable T> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private long read;

  @Override
  @SuppressWarnings("NullAway") // A body that nobody reads is null.
  public CompletionStage<T> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription source) {
    subscription = source;
    source.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    read += parts.stream().mapToLong(ByteBuffer::remaining).sum();
    if (read > SHORT && subscription != null) {
      subscription.cancel();
      body.complete(null);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    body.complete(null);
  }

  @Override
  public void onComplete() {
    body.complete(null);
  }
}
