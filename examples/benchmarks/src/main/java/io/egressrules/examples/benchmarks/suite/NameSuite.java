package io.egressrules.examples.benchmarks.suite;

import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.examples.benchmarks.peer.NamePeer;
import io.egressrules.examples.benchmarks.workload.Draw;
import io.egressrules.examples.benchmarks.workload.FreshText;
import io.egressrules.examples.benchmarks.workload.Ring;
import io.egressrules.examples.benchmarks.workload.Rules;
import io.egressrules.net.NameWords;
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

/** Looking a host up among names. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NameSuite {

  /** The hosts. */
  @State(Scope.Thread)
  public static class Asked {
    /** The number of names. */
    @Param("1000")
    public int entries;

    /** Which of them are asked for. */
    @Param("UNIFORM")
    public Draw draw;

    private Rules rules;
    private Ring<String> ring;

    /** Makes the hosts. */
    @Setup
    public void prepare() {
      rules = new Rules(entries);
      ring = new Ring<>(rules.hosts(draw));
    }

    String next() {
      return FreshText.of(ring.next());
    }

    int answered(int number) {
      return ring.answered(number);
    }

    void check(int number) {
      Agreement.expect(draw != Draw.MISS, number != 0);
    }
  }

  /** This library. */
  @State(Scope.Thread)
  public static class Ours {
    private NameIndex index;
    private Ring<NameWords> ring;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      index = Indexes.names(asked.rules);
      ring = new Ring<>(asked.rules.hosts(asked.draw).stream().map(NameWords::of).toList());
      asked.check(index.find(ring.next()));
    }
  }

  /** The hash map. */
  @State(Scope.Thread)
  public static class Strip {
    private NamePeer.Strip structure;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new NamePeer.Strip(asked.rules);
      asked.check(structure.find(asked.next()));
    }
  }

  /** Guava's names. */
  @State(Scope.Thread)
  public static class Guava {
    private NamePeer.Guava structure;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new NamePeer.Guava(asked.rules);
      asked.check(structure.find(asked.next()));
    }
  }

  /** The regular expression. */
  @State(Scope.Thread)
  public static class Regex {
    private NamePeer.Regex structure;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new NamePeer.Regex(asked.rules);
      asked.check(structure.find(asked.next()) ? 1 : 0);
    }
  }

  /** Looks a host up in the form in which a target has it. */
  @Benchmark
  public int ours(Ours ours) {
    return ours.ring.answered(ours.index.find(ours.ring.next()));
  }

  /** Reads a host from its text, which making a target does once, and looks it up. */
  @Benchmark
  public int oursFromText(Ours ours, Asked asked) {
    return asked.answered(ours.index.find(NameWords.of(asked.next())));
  }

  /** Strips labels and asks a hash map. */
  @Benchmark
  public int hashMapStrip(Strip peer, Asked asked) {
    return asked.answered(peer.structure.find(asked.next()));
  }

  /** Asks Guava for parents, and a hash map for each. */
  @Benchmark
  public int guava(Guava peer, Asked asked) {
    return asked.answered(peer.structure.find(asked.next()));
  }

  /** Matches a regular expression. */
  @Benchmark
  public int regex(Regex peer, Asked asked) {
    return asked.answered(peer.structure.find(asked.next()) ? 1 : 0);
  }
}
