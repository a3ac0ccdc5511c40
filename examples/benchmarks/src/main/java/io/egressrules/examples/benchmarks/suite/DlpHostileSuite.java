package io.egressrules.examples.benchmarks.suite;

import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.examples.benchmarks.workload.HostileBody;
import io.egressrules.examples.benchmarks.workload.LeakRule;
import io.egressrules.examples.benchmarks.workload.LeakRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bodies that were meant to be slow to inspect; an operation is one KiB of 1 MiB. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class DlpHostileSuite {
  private static final int KIBIBYTES = 1024;

  /** The directory of the rules. */
  @Param("../../../shared/corpora/dlp")
  public String directory;

  /** The body. */
  @Param public HostileBody body = HostileBody.KEYWORDS;

  private Inspected inspected;
  private byte[] bytes;
  private EgressRequest request;

  /** Compiles the rules and makes the body. */
  @Setup
  public void prepare() throws IOException {
    List<LeakRule> rules = LeakRules.read(Path.of(directory));
    inspected = new Inspected(rules);
    bytes = body.bytes(rules, KIBIBYTES * 1024);
    request = Inspected.request("application/octet-stream", bytes);
  }

  /** Inspects the request. */
  @Benchmark
  @OperationsPerInvocation(KIBIBYTES)
  public List<Finding> ours() throws IOException {
    return inspected.inspect(request, bytes, bytes.length);
  }
}
