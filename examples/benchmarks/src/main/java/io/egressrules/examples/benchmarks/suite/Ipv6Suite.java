package io.egressrules.examples.benchmarks.suite;

import inet.ipaddr.ipv6.IPv6Address;
import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.examples.benchmarks.peer.Ipv6Trie;
import io.egressrules.examples.benchmarks.workload.Draw;
import io.egressrules.examples.benchmarks.workload.Prefixes;
import io.egressrules.examples.benchmarks.workload.Ring;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
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

/** Longest-prefix match of IPv6 addresses. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Ipv6Suite {

  /** The addresses. */
  @State(Scope.Thread)
  public static class Asked {
    /** The number of prefixes. */
    @Param("1000")
    public int entries;

    /** Which of them are asked for. */
    @Param("UNIFORM")
    public Draw draw;

    private List<Cidr> prefixes;
    private List<IpAddress> addresses;

    /** Makes prefixes and addresses. */
    @Setup
    public void prepare() {
      prefixes = Prefixes.ipv6(entries);
      SplittableRandom random = new SplittableRandom(entries);
      addresses =
          Stream.generate(() -> Prefixes.address(prefixes, draw, random))
              .limit(draw.keys(entries))
              .toList();
    }

    <K> Ring<K> ring(Function<IpAddress, K> key) {
      return new Ring<>(addresses.stream().map(key).toList());
    }

    IpAddress first() {
      return addresses.get(0);
    }

    /** What the longest prefix of the first is, by looking at every one. */
    int expected() {
      int longest = 0;
      for (int i = 0; i < prefixes.size(); i++) {
        Cidr prefix = prefixes.get(i);
        if (prefix.contains(first())
            && (longest == 0 || prefix.prefixLength() > prefixes.get(longest - 1).prefixLength())) {
          longest = i + 1;
        }
      }
      return longest;
    }
  }

  /** This library. */
  @State(Scope.Thread)
  public static class Ours {
    private CidrIndex structure;
    private Ring<IpAddress> ring;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = Indexes.cidrs(asked.prefixes);
      ring = asked.ring(address -> address);
      Agreement.expect(asked.expected(), structure.find(asked.first()));
    }
  }

  /** The trie. */
  @State(Scope.Thread)
  public static class Trie {
    private Ipv6Trie structure;
    private Ring<IPv6Address> ring;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new Ipv6Trie(asked.prefixes);
      ring = asked.ring(Ipv6Trie::address);
      Agreement.expect(asked.expected(), structure.find(Ipv6Trie.address(asked.first())));
    }
  }

  /** Looks an address up. */
  @Benchmark
  public int ours(Ours peer) {
    return peer.ring.answered(peer.structure.find(peer.ring.next()));
  }

  /** Asks a trie for the longest prefix. */
  @Benchmark
  public int ipAddressTrie(Trie peer) {
    return peer.ring.answered(peer.structure.find(peer.ring.next()));
  }
}
