package io.egressrules.examples.benchmarks.suite;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.benchmarks.peer.HandHashMap;
import io.egressrules.examples.benchmarks.workload.FreshText;
import io.egressrules.examples.benchmarks.workload.Ring;
import io.egressrules.examples.benchmarks.workload.WorstCase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions that were meant to be slow. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorstSuite {

  /** What is asked of whom. */
  @State(Scope.Thread)
  public static class Asked {
    /** The case. */
    @Param public WorstCase worst = WorstCase.DEEP_HOST;

    private Ring<EgressRequest> ring;

    /** States the requests. */
    @Setup
    public void prepare() {
      ring = new Ring<>(worst.requests());
    }
  }

  /** This library. */
  @State(Scope.Thread)
  public static class Ours {
    private EgressFilter filter;

    /** Compiles the policy. */
    @Setup
    public void prepare(Asked asked) {
      filter = EgressRules.compile(asked.worst.policy(), WorstCase.UNLIMITED);
      Agreement.expect(true, filter.decide(asked.ring.next()).isAllowed());
    }
  }

  /** The hash map, of the names only. */
  @State(Scope.Thread)
  public static class Hand {
    private HandHashMap map;

    /** Fills the map. */
    @Setup
    public void prepare(Asked asked) {
      map = HandHashMap.of(List.of(), WorstCase.craftedNames());
    }
  }

  /** Decides. */
  @Benchmark
  public Decision ours(Ours ours, Asked asked) {
    Decision decision = ours.filter.decide(asked.ring.next());
    asked.ring.answered(decision.isAllowed());
    return decision;
  }

  /** Decides by the hash map. */
  @Benchmark
  public boolean handHashMap(Hand hand, Asked asked) {
    EgressRequest request = asked.ring.next();
    FreshText.of(Requests.host(request));
    return asked.ring.answered(Requests.allows(hand.map, request));
  }
}
