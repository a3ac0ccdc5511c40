package io.egressrules.examples.benchmarks.suite;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Policy;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
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

/** One decision of the quickstart's policy, beside a linear list of the same rules. */
@NullUnmarked // its fields are set by @Setup
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecideBenchmark {

  /** A call of the quickstart. */
  public enum Call {
    /** Allowed, by an exact name, TLS, a method and a path. */
    ALLOWED("https://api.partner.example/v1/orders"),
    /** Denied, because no rule names the host. */
    UNLISTED("https://unlisted.example/"),
    /** Denied by a rule over all names below. */
    DENIED("https://api.partner.example/v1/export/all");

    private final String url;

    Call(String url) {
      this.url = url;
    }
  }

  private static final List<IpAddress> ADDRESSES = List.of(IpAddress.parse("127.0.0.2"));

  /** The call that is decided. */
  @Param public Call call = Call.ALLOWED;

  private EgressFilter filter;
  private LinearList list;
  private EgressRequest request;
  private EgressRequest connect;

  /** Reads the policy and states the request. */
  @Setup
  public void prepare() throws IOException {
    Policy policy = QuickstartPolicy.read();
    InstantSource today = InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z"));
    filter = EgressRules.compile(policy, CompileOptions.DEFAULT.clock(today));
    list = new LinearList(policy);
    request = EgressRequest.toUrl(call.url).subject("checkout").method("GET").build();
    connect = request.withAddresses(ADDRESSES);
  }

  /** Before the name is resolved. */
  @Benchmark
  public Decision request() {
    return filter.decide(request);
  }

  /** With the address about to be dialled. */
  @Benchmark
  public Decision connect() {
    return filter.decide(connect);
  }

  /** A linear list of the same rules, which judges less. */
  @Benchmark
  public boolean linearList() {
    return list.allows(request);
  }
}
