package io.egressrules.examples.benchmarks.suite;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Phase;
import io.egressrules.PreparedTarget;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.benchmarks.peer.HandHashMap;
import io.egressrules.examples.benchmarks.workload.Draw;
import io.egressrules.examples.benchmarks.workload.FreshText;
import io.egressrules.examples.benchmarks.workload.Ring;
import io.egressrules.examples.benchmarks.workload.Rules;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
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

/** A full decision on a request, beside the hand-written hash map, which does less. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionSuite {

  /** The requests. */
  @State(Scope.Thread)
  public static class Asked {
    private static final List<IpAddress> PUBLIC = List.of(IpAddress.parse("93.184.215.14"));

    /** The number of names in the policy. */
    @Param("1000")
    public int entries;

    /** Which of them are asked for. */
    @Param("UNIFORM")
    public Draw draw;

    /** How much is known of the calls. */
    @Param("REQUEST")
    public Phase phase;

    Rules rules;
    private Ring<EgressRequest> ring;

    /** States the requests. */
    @Setup
    public void prepare() {
      rules = new Rules(entries);
      ring = new Ring<>(rules.hosts(draw).stream().map(this::request).toList());
    }

    private EgressRequest request(String host) {
      EgressRequest request = Rules.request(host);
      return phase == Phase.REQUEST ? request : request.withAddresses(PUBLIC);
    }

    EgressRequest next() {
      EgressRequest request = ring.next();
      FreshText.of(Requests.host(request));
      return request;
    }

    boolean answered(boolean allowed) {
      return ring.answered(allowed);
    }
  }

  /** This library. */
  @State(Scope.Thread)
  public static class Ours {
    private EgressFilter filter;

    /** Compiles the policy. */
    @Setup
    public void prepare(Asked asked) {
      filter = EgressRules.compile(asked.rules.policy());
      Agreement.expect(asked.draw != Draw.MISS, filter.decide(asked.next()).isAllowed());
    }
  }

  /** This library, with a handle for every target. */
  @State(Scope.Thread)
  public static class Prepared {
    private EgressFilter filter;
    private Ring<EgressRequest> ring;

    /** Compiles the policy and makes the handles. */
    @Setup
    public void prepare(Asked asked) {
      filter = EgressRules.compile(asked.rules.policy());
      ring = new Ring<>(asked.rules.hosts(asked.draw).stream().map(this::request).toList());
      Agreement.expect(asked.draw != Draw.MISS, filter.decide(ring.next()).isAllowed());
    }

    private EgressRequest request(String host) {
      PreparedTarget target = filter.prepare(Target.parse(Rules.url(host)));
      return EgressRequest.to(target).subject("checkout").method("GET").build();
    }
  }

  /** The hash map. */
  @State(Scope.Thread)
  public static class Hand {
    private HandHashMap map;

    /** Fills the map. */
    @Setup
    public void prepare(Asked asked) {
      map = HandHashMap.of(asked.rules);
      Agreement.expect(asked.draw != Draw.MISS, Requests.allows(map, asked.next()));
    }
  }

  /** Decides. */
  @Benchmark
  public Decision ours(Ours ours, Asked asked) {
    Decision decision = ours.filter.decide(asked.next());
    asked.answered(decision.isAllowed());
    return decision;
  }

  /** Decides with handles. */
  @Benchmark
  public Decision prepared(Prepared ours) {
    Decision decision = ours.filter.decide(ours.ring.next());
    ours.ring.answered(decision.isAllowed());
    return decision;
  }

  /** Decides by the hash map. */
  @Benchmark
  public boolean handHashMap(Hand hand, Asked asked) {
    return asked.answered(Requests.allows(hand.map, asked.next()));
  }

  /** Only reads the requests: what of the figures is the asking. */
  @Benchmark
  public int keysOnly(Asked asked) {
    String host = Requests.host(asked.next());
    asked.answered(host.charAt(host.length() - 1) == '.');
    return host.length();
  }
}
