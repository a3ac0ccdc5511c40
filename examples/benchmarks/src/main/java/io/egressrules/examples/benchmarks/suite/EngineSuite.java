package io.egressrules.examples.benchmarks.suite;

import io.egressrules.examples.benchmarks.peer.CasbinEngine;
import io.egressrules.examples.benchmarks.peer.CedarEngine;
import io.egressrules.examples.benchmarks.peer.CelEngine;
import io.egressrules.examples.benchmarks.peer.Engine;
import io.egressrules.examples.benchmarks.peer.OpaEngine;
import io.egressrules.examples.benchmarks.peer.SpelEngine;
import io.egressrules.examples.benchmarks.workload.Draw;
import io.egressrules.examples.benchmarks.workload.FreshText;
import io.egressrules.examples.benchmarks.workload.Hosts;
import io.egressrules.examples.benchmarks.workload.Ring;
import io.egressrules.examples.benchmarks.workload.Rules;
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

/** Policy engines on the rules of {@link DecisionSuite}. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineSuite {

  /** An engine. */
  public enum Kind {
    /** jCasbin. */
    JCASBIN,
    /** jCasbin that remembers its answers. */
    JCASBIN_CACHED,
    /** Cedar, cached. */
    CEDAR,
    /** CEL. */
    CEL,
    /** SpEL. */
    SPEL,
    /** OPA's floor. */
    OPA;

    private Engine of(Rules rules) throws Exception {
      return switch (this) {
        case JCASBIN -> CasbinEngine.plain(rules);
        case JCASBIN_CACHED -> CasbinEngine.cached(rules);
        case CEDAR -> CedarEngine.of(rules);
        case CEL -> CelEngine.of(rules);
        case SPEL -> SpelEngine.of(rules);
        case OPA -> OpaEngine.of(rules);
      };
    }
  }

  /** An engine and what it is asked. */
  @State(Scope.Thread)
  public static class Asked {
    private static final int CHECKED = 20;

    /** The number of rules. */
    @Param("1000")
    public int entries;

    /** The engine. */
    @Param public Kind kind = Kind.JCASBIN;

    private Engine engine;
    private Ring<String> ring;

    /** Makes the engine, and asks it some questions whose answers are known. */
    @Setup
    public void prepare() throws Exception {
      Rules rules = new Rules(entries);
      engine = kind.of(rules);
      List<String> hosts = rules.hosts(Draw.UNIFORM);
      for (String host : hosts.subList(0, CHECKED)) {
        Agreement.expect(true, engine.allows(host));
      }
      Agreement.expect(false, engine.allows(Hosts.name(entries)));
      ring = new Ring<>(hosts);
    }
  }

  /** Decides. */
  @Benchmark
  public boolean decide(Asked asked) throws Exception {
    return asked.ring.answered(asked.engine.allows(FreshText.of(asked.ring.next())));
  }
}
