package io.egressrules.examples.benchmarks.suite;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.benchmarks.workload.HostileSize;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Requests of hostile size, from what the caller has to the decision. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx256m"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HostileSuite {
  /** The size. */
  @Param public HostileSize size = HostileSize.URL_OF_10_MB;

  private final EgressFilter filter =
      EgressRules.compile(
          Policy.builder("sizes").rule(Rule.allow("a").hosts("a.example").paths("/**")).build());

  /** States the request and decides. */
  @Benchmark
  public Decision stateAndDecide() {
    return filter.decide(size.request());
  }
}
