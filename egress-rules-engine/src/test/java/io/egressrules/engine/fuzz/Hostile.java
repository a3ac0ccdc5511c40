package io.egressrules.engine.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Bytes as the text that a target reads, and the time that one input may take. */
final class Hostile {
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Hostile() {}

  /** Puts the text to a target; it must be done within a second of this thread's time. */
  static void read(byte[] bytes, Consumer<String> target) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long start = THREADS.getCurrentThreadCpuTime();
    target.accept(text);
    require(THREADS.getCurrentThreadCpuTime() - start < MOST_NANOS, "took more than a second");
  }

  /** As an assertion, but cheap enough for millions of inputs. */
  static void require(boolean holds, String law) {
    if (!holds) {
      throw new AssertionError(law);
    }
  }
}
