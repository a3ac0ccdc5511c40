package io.egressrules.examples.benchmarks.suite;

import inet.ipaddr.ipv4.IPv4Address;
import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.examples.benchmarks.peer.Ipv4Peer;
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

/** Longest-prefix match of IPv4 addresses. */
@NullUnmarked // states are filled by @Setup
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g", Jvm.OPEN_STRING})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Ipv4Suite {

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
      prefixes = Prefixes.ipv4(entries);
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

  /** The sorted array. */
  @State(Scope.Thread)
  public static class Binary {
    private Ipv4Peer.Binary structure;
    private Ring<IpAddress> ring;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new Ipv4Peer.Binary(asked.prefixes);
      ring = asked.ring(address -> address);
      Agreement.expect(asked.expected(), structure.find((int) asked.first().low()));
    }
  }

  /** The tree map. */
  @State(Scope.Thread)
  public static class Tree {
    private Ipv4Peer.Tree structure;
    private Ring<IpAddress> ring;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new Ipv4Peer.Tree(asked.prefixes);
      ring = asked.ring(address -> address);
      Agreement.expect(asked.expected(), structure.find((int) asked.first().low()));
    }
  }

  /** Guava's ranges. */
  @State(Scope.Thread)
  public static class Ranges {
    private Ipv4Peer.Ranges structure;
    private Ring<IpAddress> ring;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new Ipv4Peer.Ranges(asked.prefixes);
      ring = asked.ring(address -> address);
      Agreement.expect(asked.expected(), structure.find((int) asked.first().low()));
    }
  }

  /** The trie. */
  @State(Scope.Thread)
  public static class Trie {
    private Ipv4Peer.Trie structure;
    private Ring<IPv4Address> ring;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new Ipv4Peer.Trie(asked.prefixes);
      ring = asked.ring(address -> new IPv4Address((int) address.low()));
      Agreement.expect(
          asked.expected(), structure.find(new IPv4Address((int) asked.first().low())));
    }
  }

  /** Spring Security's matchers. */
  @State(Scope.Thread)
  public static class Spring {
    private Ipv4Peer.Spring structure;
    private Ring<String> ring;

    /** Builds it. */
    @Setup
    public void prepare(Asked asked) {
      structure = new Ipv4Peer.Spring(asked.prefixes);
      ring = asked.ring(IpAddress::toString);
      Agreement.expect(asked.expected() != 0, structure.find(asked.first().toString()));
    }
  }

  /** Looks an address up. */
  @Benchmark
  public int ours(Ours peer) {
    return peer.ring.answered(peer.structure.find(peer.ring.next()));
  }

  /** Reads an address only: what the measuring takes. */
  @Benchmark
  public int addressesOnly(Ours peer) {
    return peer.ring.answered((int) peer.ring.next().low());
  }

  /** Searches a sorted array. */
  @Benchmark
  public int binarySearch(Binary peer) {
    return peer.ring.answered(peer.structure.find((int) peer.ring.next().low()));
  }

  /** Asks a tree map for the floor. */
  @Benchmark
  public int treeMap(Tree peer) {
    return peer.ring.answered(peer.structure.find((int) peer.ring.next().low()));
  }

  /** Asks a range map. */
  @Benchmark
  public int rangeMap(Ranges peer) {
    return peer.ring.answered(peer.structure.find((int) peer.ring.next().low()));
  }

  /** Asks a trie for the longest prefix. */
  @Benchmark
  public int ipAddressTrie(Trie peer) {
    return peer.ring.answered(peer.structure.find(peer.ring.next()));
  }

  /** Asks one matcher after another. */
  @Benchmark
  public boolean springMatchers(Spring peer) {
    return peer.ring.answered(peer.structure.find(peer.ring.next()));
  }
}
