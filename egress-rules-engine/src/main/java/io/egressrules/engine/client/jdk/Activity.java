package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a client has under way, and how it comes to rest. Safe for use by several threads. */
final class Activity {
  private final Runnable atRest;
  private final CountDownLatch rest = new CountDownLatch(1);
  private int running;
  private boolean shutdown;

  /**
   * An activity without anything under way.
   *
   * @param atRest called once, when nothing is under way after a shutdown
   */
  Activity(Runnable atRest) {
    this.atRest = atRest;
  }

  /**
   * Begins something.
   *
   * @return ends it; what is called again does nothing
   * @throws IOException after a shutdown
   */
  Runnable begin() throws IOException {
    synchronized (this) {
      if (shutdown) {
        throw new IOException("the client is shut down");
      }
      running++;
    }
    AtomicBoolean ended = new AtomicBoolean();
    return () -> {
      if (ended.compareAndSet(false, true)) {
        end();
      }
    };
  }

  private void end() {
    boolean last;
    synchronized (this) {
      running--;
      last = shutdown && running == 0;
    }
    if (last) {
      comeToRest();
    }
  }

  /** Lets nothing more begin. */
  void shutdown() {
    boolean idle;
    synchronized (this) {
      idle = !shutdown && running == 0;
      shutdown = true;
    }
    if (idle) {
      comeToRest();
    }
  }

  private void comeToRest() {
    atRest.run();
    rest.countDown();
  }

  boolean isAtRest() {
    return rest.getCount() == 0;
  }

  /** Waits for the rest after a shutdown; false when the time is up. */
  boolean await(Duration patience) throws InterruptedException {
    return rest.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }
}
