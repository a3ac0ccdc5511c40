package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One daemon thread that waits for sockets to become ready and for deadlines to pass, and tells
 * their handlers. Everything but {@link #execute}, {@link #drain} and {@link #close} belongs to
 * that thread.
 */
final class Loop implements AutoCloseable {
  private static final int SCRATCH_SIZE = 64 * 1024;

  private final Selector selector;
  private final LongSupplier nanos;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>();
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_SIZE);
  private volatile boolean draining;
  private volatile boolean closed;

  /**
   * A loop that does not run yet.
   *
   * @param nanos the clock of deadlines, in nanoseconds from any origin
   */
  Loop(LongSupplier nanos) throws IOException {
    this.selector = Selector.open();
    this.nanos = nanos;
  }

  /** What becomes of a socket when something can be done with it. */
  interface Handler {
    /** Acts on what the key is ready for; whatever it throws is passed to {@link #broken}. */
    void ready(SelectionKey key) throws IOException;

    /** Gives up: closes every socket of the handler. */
    void broken();
  }

  /** Something to do at an instant, unless it is cancelled before. */
  static final class Deadline implements Comparable<Deadline> {
    private final long at;
    private final Runnable action;

    private Deadline(long at, Runnable action) {
      this.at = at;
      this.action = action;
    }

    @Override
    public int compareTo(Deadline other) {
      return Long.signum(at - other.at);
    }
  }

  void start(String name) {
    Thread thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Does something on the loop's thread, soon; dropped when the loop has ended. */
  void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  SelectionKey watch(SelectableChannel channel, int interest, Handler handler) throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, interest, handler);
  }

  Deadline after(Duration delay, Runnable action) {
    // No longer than what can be told from the past by the sign of a difference.
    long wait = Math.min(TimeUnit.NANOSECONDS.convert(delay), Long.MAX_VALUE / 2);
    Deadline deadline = new Deadline(nanos.getAsLong() + wait, action);
    deadlines.add(deadline);
    return deadline;
  }

  void cancel(Deadline deadline) {
    deadlines.remove(deadline);
  }

  /** A buffer for the bytes of one event; empty it before returning. */
  ByteBuffer scratch() {
    return scratch.clear();
  }

  /** Ends once no socket is left. */
  void drain() {
    draining = true;
    selector.wakeup();
  }

  /** Ends now and closes every socket. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }

  private void run() {
    try {
      while (!closed && !(draining && isIdle())) {
        selector.select(this::dispatch, patience());
        runTasks();
        expire();
      }
    } catch (IOException failure) {
      // The selector is gone: nothing can be relayed any more.
      throw new UncheckedIOException(failure);
    } finally {
      selector.keys().forEach(Loop::giveUp);
      runTasks();
      closeSelector();
    }
  }

  private boolean isIdle() {
    return selector.keys().stream().noneMatch(SelectionKey::isValid);
  }

  /** How long to wait, in milliseconds; 0 without end. */
  private long patience() {
    Deadline next = deadlines.peek();
    if (!tasks.isEmpty() || closed) {
      return 1;
    }
    return next == null
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.at - nanos.getAsLong()) + 1);
  }

  private void dispatch(SelectionKey key) {
    Handler handler = (Handler) key.attachment();
    try {
      if (key.isValid()) {
        handler.ready(key);
      }
    } catch (IOException | RuntimeException | Error failure) {
      // One socket's failure is that socket's alone; the loop serves all the others.
      handler.broken();
    }
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      attempt(task);
    }
  }

  private void expire() {
    Deadline next = deadlines.peek();
    while (next != null && next.at - nanos.getAsLong() <= 0) {
      deadlines.remove(next);
      attempt(next.action);
      next = deadlines.peek();
    }
  }

  private static void attempt(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException failure) {
      // It concerned one socket; the loop serves all the others.
    }
  }

  private static void giveUp(SelectionKey key) {
    ((Handler) key.attachment()).broken();
  }

  private void closeSelector() {
    try {
      selector.close();
    } catch (IOException alreadyUseless) {
      // Its sockets are closed; nothing depends on it.
    }
  }
}
