package io.egressrules.engine.client.jdk;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Whether a call was given up, and what of it is under way. Safe for use by several threads. */
final class Cancellation {
  private @Nullable Future<?> running;
  private boolean cancelled;

  /** Notes what would have to be cancelled. */
  void runs(Future<?> stage) {
    boolean tooLate;
    synchronized (this) {
      running = stage;
      tooLate = cancelled;
    }
    if (tooLate) {
      stage.cancel(true);
    }
  }

  /** Gives up: what is under way is cancelled, and nothing more begins. */
  void cancel() {
    Future<?> stage;
    synchronized (this) {
      cancelled = true;
      stage = running;
    }
    if (stage != null) {
      stage.cancel(true);
    }
  }

  synchronized void requireWanted() {
    if (cancelled) {
      throw new CancellationException("the call was cancelled");
    }
  }

  /**
   * A future of what a stage gives, or fails with; to cancel it, or one derived from it, gives up
   * the call.
   *
   * @param failed called before the future fails
   */
  <T> CompletableFuture<T> future(CompletionStage<T> stage, Runnable failed) {
    CompletableFuture<T> future = new Cancellable<>(this);
    stage.whenComplete(
        (value, thrown) -> {
          if (thrown == null) {
            future.complete(value);
          } else {
            failed.run();
            future.completeExceptionally(Exchange.unwrapped(thrown));
          }
        });
    return future;
  }

  private static final class Cancellable<T> extends CompletableFuture<T> {
    private final Cancellation cancellation;

    Cancellable(Cancellation cancellation) {
      this.cancellation = cancellation;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new Cancellable<>(cancellation);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      if (mayInterruptIfRunning && !isDone()) {
        cancellation.cancel();
      }
      return super.cancel(mayInterruptIfRunning);
    }
  }
}
