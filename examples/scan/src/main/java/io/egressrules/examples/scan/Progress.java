package io.egressrules.examples.scan;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells how far the command is, at most once a second, and at the end. */
final class Progress {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final double MEGABYTE = 1e6;

  private final PrintStream err;
  private final boolean told;
  private final LongSupplier nanoTime;
  private final long begun;
  private long last;
  private long files;
  private long bytes;

  Progress(PrintStream err, boolean told, LongSupplier nanoTime) {
    this.err = err;
    this.told = told;
    this.nanoTime = nanoTime;
    begun = nanoTime.getAsLong();
    last = begun;
  }

  /** Counts bytes that were looked through. */
  void read(int length) {
    bytes += length;
    long now = nanoTime.getAsLong();
    if (now - last >= SECOND) {
      last = now;
      tell(now);
    }
  }

  /** Counts a file that was looked through. */
  void done() {
    files++;
  }

  void end() {
    tell(nanoTime.getAsLong());
  }

  private void tell(long now) {
    if (told) {
      double megabytes = bytes / MEGABYTE;
      double seconds = Math.max(1, now - begun) / (double) SECOND;
      err.println(
          String.format(
              Locale.ROOT, "%d files, %.1f MB, %.1f MB/s", files, megabytes, megabytes / seconds));
    }
  }
}
