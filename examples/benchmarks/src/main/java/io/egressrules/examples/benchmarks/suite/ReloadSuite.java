package io.egressrules.examples.benchmarks.suite;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.benchmarks.workload.Draw;
import io.egressrules.examples.benchmarks.workload.Ring;
import io.egressrules.examples.benchmarks.workload.Rules;
import io.egressrules.policy.Policy;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions while the policy is compiled anew and put in place every 10 ms. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReloadSuite {
  private static final int PERIOD_MILLIS = 10;
  private static final int ENTRIES = 10;

  /** The one reference that all threads read. */
  @State(Scope.Benchmark)
  public static class Current {
    private volatile EgressFilter filter;
    private ScheduledExecutorService reloads;
    private Future<?> reloading;

    /** Begins to reload. */
    @Setup
    public void begin() {
      Policy policy = new Rules(ENTRIES).policy();
      filter = EgressRules.compile(policy);
      reloads = Executors.newSingleThreadScheduledExecutor();
      reloading =
          reloads.scheduleAtFixedRate(
              () -> filter = EgressRules.compile(policy),
              PERIOD_MILLIS,
              PERIOD_MILLIS,
              TimeUnit.MILLISECONDS);
    }

    /** Stops. */
    @TearDown
    public void end() {
      Agreement.expect(false, reloading.isDone()); // else it threw
      reloads.shutdownNow();
    }
  }

  /** The requests of a thread. */
  @State(Scope.Thread)
  public static class Asked {
    private Ring<EgressRequest> ring;

    /** States the requests. */
    @Setup
    public void prepare() {
      ring =
          new Ring<>(new Rules(ENTRIES).hosts(Draw.UNIFORM).stream().map(Rules::request).toList());
    }
  }

  /** Decides by the policy in place. */
  @Benchmark
  public Decision decide(Current current, Asked asked) {
    Decision decision = current.filter.decide(asked.ring.next());
    asked.ring.answered(decision.isAllowed());
    return decision;
  }
}
