package io.egressrules.examples.benchmarks.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.examples.benchmarks.peer.Hyperscan;
import io.egressrules.examples.benchmarks.peer.LeakPeer;
import io.egressrules.examples.benchmarks.workload.LeakRule;
import io.egressrules.examples.benchmarks.workload.LeakRules;
import io.egressrules.examples.benchmarks.workload.MixedText;
import io.egressrules.examples.benchmarks.workload.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Looking for 221 forms of secrets in a text; an operation is one KiB of it. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DlpSuite {
  private static final int WHOLE = 1024;

  /** What the slowest is given of it; any part is like any other. */
  private static final int SLICE = 32;

  /** What the answers are compared on. */
  private static final int COMPARED = 256;

  private static final int KIBIBYTE = 1024;
  private static final int PIECE = 8 * KIBIBYTE;

  /** The text and the rules. */
  @State(Scope.Thread)
  public static class Asked {
    /** The directory of the rules and of what the text is made of. */
    @Param("../../../shared/corpora/dlp")
    public String directory;

    /** What is looked through. */
    @Param("MIXED")
    public MixedText text;

    private List<LeakRule> rules;
    private String whole;

    /** Makes the text. */
    @Setup
    public void prepare() throws IOException {
      rules = LeakRules.read(Path.of(directory));
      whole = text.read(Path.of(directory), WHOLE * KIBIBYTE);
    }
  }

  /** This library. */
  @State(Scope.Thread)
  public static class Ours {
    /** How many patterns. */
    @Param("221")
    public int patterns;

    private Inspected inspected;
    private byte[] body;
    private EgressRequest request;

    /** Compiles it. */
    @Setup
    public void prepare(Asked asked) throws IOException {
      inspected = new Inspected(LeakRules.read(Path.of(asked.directory), patterns));
      body = asked.whole.getBytes(ISO_8859_1);
      request = Inspected.request("text/plain", body);
    }
  }

  /** RE2/J. */
  @State(Scope.Thread)
  public static class Re2j {
    private LeakPeer.Sequential structure;
    private String slice;

    /** Compiles it, and compares what it finds with what this library finds. */
    @Setup
    public void prepare(Asked asked) throws IOException {
      structure = new LeakPeer.Sequential(asked.rules);
      slice = asked.whole.substring(0, SLICE * KIBIBYTE);
      String compared = asked.whole.substring(0, COMPARED * KIBIBYTE);
      byte[] body = compared.getBytes(ISO_8859_1);
      EgressRequest request = Inspected.request("text/plain", body);
      List<Finding> found = new Inspected(asked.rules).inspect(request, body, PIECE);
      Agreement.expect(structure.find(compared), Inspected.spans(found));
    }
  }

  /** Aho-Corasick before RE2/J, by fragments. */
  @State(Scope.Thread)
  public static class Fragments {
    private LeakPeer.Fragments structure;

    /** Compiles it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new LeakPeer.Fragments(asked.rules);
    }
  }

  /** Aho-Corasick before RE2/J, by windows. */
  @State(Scope.Thread)
  public static class Windows {
    private LeakPeer.Windows structure;

    /** Compiles it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new LeakPeer.Windows(asked.rules);
    }
  }

  /** Hyperscan. */
  @State(Scope.Thread)
  public static class Native {
    private Hyperscan structure;

    /** Compiles it. */
    @Setup
    public void prepare(Asked asked) throws Exception {
      structure = new Hyperscan(asked.rules);
    }

    /** Frees it. */
    @TearDown
    public void close() throws IOException {
      structure.close();
    }
  }

  /** Inspects the text as a body that comes at once. */
  @Benchmark
  @OperationsPerInvocation(WHOLE)
  public List<Finding> ours(Ours ours) throws IOException {
    return ours.inspected.inspect(ours.request, ours.body, ours.body.length);
  }

  /** Inspects the text as a body that comes in pieces of 8 KiB. */
  @Benchmark
  @OperationsPerInvocation(WHOLE)
  public List<Finding> oursInPieces(Ours ours) throws IOException {
    return ours.inspected.inspect(ours.request, ours.body, PIECE);
  }

  /** Runs one pattern after another, on a part of the text. */
  @Benchmark
  @OperationsPerInvocation(SLICE)
  public Set<Span> re2j(Re2j peer) {
    return peer.structure.find(peer.slice);
  }

  /** Runs those patterns whose keywords occur in a fragment. */
  @Benchmark
  @OperationsPerInvocation(WHOLE)
  public Set<Span> ahoCorasickFragments(Fragments peer, Asked asked) {
    return peer.structure.find(asked.whole);
  }

  /** Runs patterns around their keywords. */
  @Benchmark
  @OperationsPerInvocation(WHOLE)
  public Set<Span> ahoCorasickWindows(Windows peer, Asked asked) {
    return peer.structure.find(asked.whole);
  }

  /** Asks which patterns occur. */
  @Benchmark
  @OperationsPerInvocation(WHOLE)
  public int hyperscan(Native peer, Asked asked) {
    return peer.structure.count(asked.whole);
  }
}
