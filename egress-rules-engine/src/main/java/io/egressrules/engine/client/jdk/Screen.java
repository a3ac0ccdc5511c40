package io.egressrules.engine.client.jdk;

import io.egressrules.engine.enforce.BodyGate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One pass of a body through its gate, from the caller's publisher to the JDK client's subscriber.
 *
 * <p>It first collects, while there is no subscriber, until the gate lets something out or the body
 * has ended. From then on it asks for a chunk only when the subscriber has asked for one and none
 * is left, so that a slow server slows the publisher down.
 */
final class Screen implements Flow.Subscriber<ByteBuffer>, Flow.Subscription {
  /** The subscription of those who get nothing. */
  static final Flow.Subscription OVER =
      new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
      };

  private final BodyGate gate;
  private final CompletableFuture<Void> collected = new CompletableFuture<>();
  private final Queue<ByteBuffer> cleared = new ConcurrentLinkedQueue<>();
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger turns = new AtomicInteger();
  private volatile Flow.@Nullable Subscription source;
  private volatile Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
  private volatile boolean asked;
  private volatile boolean sourceEnded;
  private volatile boolean cancelled;
  private volatile @Nullable Throwable failure;
  private boolean told;

  Screen(BodyGate gate) {
    this.gate = gate;
  }

  /** Done when something may leave, or nothing more will come; fails when the body is denied. */
  CompletableFuture<Void> collected() {
    return collected;
  }

  /** Whether all of the body was collected. */
  boolean isWhole() {
    return sourceEnded && failure == null;
  }

  /** All of a whole body. */
  byte[] bytes() {
    ByteBuffer all = ByteBuffer.allocate(cleared.stream().mapToInt(ByteBuffer::remaining).sum());
    cleared.forEach(part -> all.put(part.duplicate()));
    return all.array();
  }

  /** Lets the JDK client take over; once. */
  void release(Flow.Subscriber<? super ByteBuffer> to) {
    to.onSubscribe(this);
    subscriber = to;
    drain();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    if (cancelled) {
      subscription.cancel();
    }
    drain();
  }

  @Override
  public void onNext(ByteBuffer chunk) {
    asked = false;
    pass(() -> gate.write(chunk, this::clear), false);
  }

  @Override
  public void onComplete() {
    pass(() -> gate.finish(this::clear), true);
  }

  @Override
  public void onError(Throwable thrown) {
    fail(thrown);
  }

  private void clear(ByteBuffer bytes) {
    cleared.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
  }

  /** A step of the gate's. */
  private interface Step {
    void take() throws IOException;
  }

  private void pass(Step step, boolean last) {
    try {
      synchronized (gate) {
        step.take();
      }
    } catch (IOException | RuntimeException denied) {
      fail(denied);
      return;
    }
    sourceEnded = last;
    if (last || !cleared.isEmpty()) {
      collected.complete(null);
    }
    drain();
  }

  private void fail(Throwable why) {
    stop();
    failure = why;
    sourceEnded = true;
    cleared.clear();
    collected.completeExceptionally(why);
    drain();
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      fail(new IllegalArgumentException("a subscriber asks for 1 or more"));
    } else {
      demand.accumulateAndGet(n, (old, more) -> old + more < 0 ? Long.MAX_VALUE : old + more);
      drain();
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    stop();
  }

  private void stop() {
    Flow.Subscription from = source;
    if (from != null) {
      from.cancel();
    }
    synchronized (gate) {
      gate.close();
    }
  }

  /** Moves what can be moved; whoever comes meanwhile leaves his turn to the one who is at it. */
  private void drain() {
    int left = turns.incrementAndGet() == 1 ? 1 : 0;
    while (left > 0) {
      int taken = turns.get();
      if (!cancelled) {
        deliver();
        ask();
      }
      left = turns.addAndGet(-taken);
    }
  }

  private void deliver() {
    Flow.Subscriber<? super ByteBuffer> to = subscriber;
    if (to == null || told) {
      return;
    }
    boolean all = sourceEnded;
    Throwable why = failure;
    while (why == null && demand.get() > 0 && !cleared.isEmpty()) {
      demand.decrementAndGet();
      to.onNext(cleared.remove());
    }
    if (why != null) {
      told = true;
      to.onError(why);
    } else if (all && cleared.isEmpty()) {
      told = true;
      to.onComplete();
    }
  }

  private void ask() {
    Flow.Subscription from = source;
    boolean wanted = subscriber == null || demand.get() > 0;
    if (from != null && wanted && !asked && !sourceEnded && cleared.isEmpty()) {
      asked = true;
      from.request(1);
    }
  }
}
