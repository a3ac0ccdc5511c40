package io.egressrules.examples.benchmarks.suite;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.UrlCall;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.benchmarks.peer.HandHashMap;
import io.egressrules.examples.benchmarks.workload.Draw;
import io.egressrules.examples.benchmarks.workload.FreshText;
import io.egressrules.examples.benchmarks.workload.Ring;
import io.egressrules.examples.benchmarks.workload.Rules;
import java.net.URI;
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

/** From the text of a URL to a decision. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GateSuite {
  private static final String METHOD = "GET";

  /** The URLs. */
  @State(Scope.Thread)
  public static class Asked {
    /** The number of names in the policy. */
    @Param("1000")
    public int entries;

    private final UrlCall call = UrlCall.by("checkout").method(METHOD);
    private EgressFilter filter;
    private HandHashMap map;
    private Ring<String> ring;

    /** Makes the URLs and both deciders. */
    @Setup
    public void prepare() {
      Rules rules = new Rules(entries);
      filter = EgressRules.compile(rules.policy());
      map = HandHashMap.of(rules);
      ring = new Ring<>(rules.hosts(Draw.UNIFORM).stream().map(Rules::url).toList());
    }
  }

  /** Passes the text through the gate and decides on it where it stands. */
  @Benchmark
  public Decision ours(Asked asked) {
    Decision decision = asked.filter.decide(asked.call.to(FreshText.of(asked.ring.next())));
    asked.ring.answered(decision.isAllowed());
    return decision;
  }

  /** Passes the text through the gate, makes a request that stays of it and decides. */
  @Benchmark
  public Decision request(Asked asked) {
    String url = FreshText.of(asked.ring.next());
    EgressRequest request = EgressRequest.toUrl(url).subject("checkout").method(METHOD).build();
    Decision decision = asked.filter.decide(request);
    asked.ring.answered(decision.isAllowed());
    return decision;
  }

  /** Only passes the text through the gate. */
  @Benchmark
  public boolean gateOnly(Asked asked) {
    return asked.ring.answered(asked.call.to(asked.ring.next()).target() != null);
  }

  /** Parses the text as the JDK does and asks the hand-written hash map. */
  @Benchmark
  public boolean uriAndHandHashMap(Asked asked) {
    URI uri = URI.create(FreshText.of(asked.ring.next()));
    int port = uri.getPort() < 0 ? Rules.PORT : uri.getPort();
    return asked.ring.answered(asked.map.allows(uri.getHost(), port, METHOD, uri.getPath()));
  }

  /** Only parses the text as the JDK does. */
  @Benchmark
  public boolean uriOnly(Asked asked) {
    URI uri = URI.create(asked.ring.next());
    return asked.ring.answered(uri.getHost() != null && uri.getPath() != null);
  }
}
