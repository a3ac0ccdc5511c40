package io.egressrules.examples.benchmarks.suite;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What no decider can be faster than, in the same run. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class FloorSuite {
  private static final int LINE = 64;
  private static final int BYTES = 64 << 20;
  private static final int LINES = BYTES / LINE;
  private static final int INTS_OF_A_LINE = LINE / Integer.BYTES;

  private int[] memory;
  private int at;

  /** Makes one cycle through all cache lines of 64 MiB, in no order. */
  @Setup
  public void prepare() {
    memory = new int[BYTES / Integer.BYTES];
    SplittableRandom random = new SplittableRandom(64);
    int[] line = new int[LINES];
    for (int i = 0; i < LINES; i++) {
      line[i] = i;
    }
    // Sattolo's shuffle: always a single cycle.
    for (int i = LINES - 1; i > 0; i--) {
      int other = random.nextInt(i);
      int kept = line[i];
      line[i] = line[other];
      line[other] = kept;
    }
    for (int i = 0; i < LINES; i++) {
      memory[i * INTS_OF_A_LINE] = line[i] * INTS_OF_A_LINE;
    }
  }

  /** Does nothing. */
  @Benchmark
  public int noop() {
    return at;
  }

  /** Reads memory where the last read says. */
  @Benchmark
  public int randomAccess() {
    at = memory[at];
    return at;
  }
}
