package io.egressrules.examples.benchmarks.suite;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.benchmarks.peer.HandHashMap;
import io.egressrules.examples.benchmarks.workload.FreshText;
import io.egressrules.examples.benchmarks.workload.RealLists;
import io.egressrules.examples.benchmarks.workload.Ring;
import java.io.IOException;
import java.nio.file.Path;
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

/** A policy over lists that others keep: blocked names, addresses of clouds, popular sites. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ListsSuite {

  /** The lists and the requests. */
  @State(Scope.Thread)
  public static class Asked {
    /** The directory of the lists. */
    @Param("../shared/corpora/lists")
    public String directory;

    private RealLists lists;
    private Ring<EgressRequest> ring;

    /** Reads the lists. */
    @Setup
    public void prepare() throws IOException {
      lists = RealLists.read(Path.of(directory));
      ring = new Ring<>(lists.requests());
    }

    EgressRequest next() {
      EgressRequest request = ring.next();
      FreshText.of(Requests.host(request));
      return request;
    }
  }

  /** This library. */
  @State(Scope.Thread)
  public static class Ours {
    private EgressFilter filter;

    /** Compiles the policy. */
    @Setup
    public void prepare(Asked asked) {
      filter = EgressRules.compile(asked.lists.policy());
    }
  }

  /** The hash map, of the names only. */
  @State(Scope.Thread)
  public static class Hand {
    private HandHashMap map;

    /** Fills the map. */
    @Setup
    public void prepare(Asked asked) {
      map = HandHashMap.of(asked.lists.blocked(), asked.lists.popular());
    }
  }

  /** Decides, addresses included. */
  @Benchmark
  public Decision ours(Ours ours, Asked asked) {
    Decision decision = ours.filter.decide(asked.next());
    asked.ring.answered(decision.isAllowed());
    return decision;
  }

  /** Decides by the hash map, without the addresses. */
  @Benchmark
  public boolean handHashMap(Hand hand, Asked asked) {
    return asked.ring.answered(Requests.allows(hand.map, asked.next()));
  }
}
