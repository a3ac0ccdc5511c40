package io.egressrules.examples.benchmarks.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.examples.benchmarks.workload.LeakRules;
import io.egressrules.examples.benchmarks.workload.MixedText;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bodies in which there is no secret; an operation is one request with one body. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class DlpBodySuite {

  /** What is sent. */
  public enum Body {
    /** A document in JSON of 1 KiB. */
    JSON_OF_1_KIB(1, "application/json"),
    /** Lines of logs, 1 MiB. */
    LOGS_OF_1_MIB(1024, "text/plain"),
    /** Lines of logs, 4 MiB. */
    LOGS_OF_4_MIB(4096, "text/plain");

    private final int kibibytes;
    private final String type;

    Body(int kibibytes, String type) {
      this.kibibytes = kibibytes;
      this.type = type;
    }

    private byte[] bytes(Path directory) throws IOException {
      String logs = MixedText.LOGS.read(directory, kibibytes * 1024);
      return (this == JSON_OF_1_KIB ? document(logs) : logs).getBytes(ISO_8859_1);
    }

    /** The whole lines of a text as an array, and white space up to the same length. */
    private static String document(String lines) {
      String whole = lines.substring(0, lines.lastIndexOf('\n', lines.length() - 2));
      String array = "[" + whole.replace('\n', ',') + "]";
      return array + " ".repeat(lines.length() - array.length());
    }
  }

  /** The directory of the rules and of what the bodies are made of. */
  @Param("../../../shared/corpora/dlp")
  public String directory;

  /** The body. */
  @Param public Body body = Body.JSON_OF_1_KIB;

  private Inspected inspected;
  private byte[] bytes;
  private EgressRequest request;

  /** Compiles the rules and makes the body. */
  @Setup
  public void prepare() throws IOException {
    inspected = new Inspected(LeakRules.read(Path.of(directory)));
    bytes = body.bytes(Path.of(directory));
    request = Inspected.request(body.type, bytes);
    Agreement.expect(List.of(), inspected.inspect(request, bytes, bytes.length));
  }

  /** Inspects the request. */
  @Benchmark
  public List<Finding> ours() throws IOException {
    return inspected.inspect(request, bytes, bytes.length);
  }
}
