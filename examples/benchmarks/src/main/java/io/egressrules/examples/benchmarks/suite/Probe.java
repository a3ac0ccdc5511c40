package io.egressrules.examples.benchmarks.suite;

import com.sun.management.OperatingSystemMXBean;
import io.egressrules.dlp.DlpInspector;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.examples.benchmarks.peer.Ipv4Peer;
import io.egressrules.examples.benchmarks.peer.Ipv6Trie;
import io.egressrules.examples.benchmarks.peer.NamePeer;
import io.egressrules.examples.benchmarks.workload.LeakRules;
import io.egressrules.examples.benchmarks.workload.Prefixes;
import io.egressrules.examples.benchmarks.workload.Rules;
import io.egressrules.net.Cidr;
import io.egressrules.policy.Policy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a structure of a million entries costs to build and to keep, in a virtual machine of its own
 * that has run nothing before.
 */
public final class Probe {
  /** The number of entries. */
  public static final int ENTRIES = 1_000_000;

  private static final int MIXED_NAMES = 500_000;
  private static final int MIXED_IPV4 = 400_000;
  private static final int MIXED_IPV6 = 100_000;

  /** What was built; here, so that it stays. */
  private static @Nullable Object kept;

  private Probe() {}

  /** What is built. */
  public enum Structure {
    /** A whole policy: 500,000 names, 400,000 IPv4 and 100,000 IPv6 prefixes. */
    POLICY,
    /** The same sizes, opened from a saved form. */
    SAVED,
    /** The same in a virtual machine that has opened some before. */
    SAVED_AGAIN,
    /** This library's index of names. */
    NAMES,
    /** The hash map of names. */
    NAMES_HASH_MAP,
    /** This library's index of IPv4 prefixes. */
    IPV4,
    /** The sorted array. */
    IPV4_BINARY,
    /** The trie. */
    IPV4_TRIE,
    /** This library's index of IPv6 prefixes. */
    IPV6,
    /** The trie. */
    IPV6_TRIE,
    /** This library's inspector of the forms of secrets that are in a directory. */
    LEAKS;

    /** Prepares what it is built from; what is returned builds it. */
    private Supplier<Object> prepare(String directory) throws IOException {
      return switch (this) {
        case POLICY -> {
          Policy policy = new Rules(MIXED_NAMES).policyWithAddresses(MIXED_IPV4, MIXED_IPV6);
          yield () -> EgressRules.compile(policy);
        }
        case SAVED -> SavedPolicy.of(MIXED_NAMES, MIXED_IPV4, MIXED_IPV6, 0);
        case SAVED_AGAIN -> SavedPolicy.of(MIXED_NAMES, MIXED_IPV4, MIXED_IPV6, 8);
        case NAMES -> () -> Indexes.names(new Rules(ENTRIES));
        case NAMES_HASH_MAP -> () -> new NamePeer.Strip(new Rules(ENTRIES));
        case IPV4 -> from(Prefixes.ipv4(ENTRIES), Indexes::cidrs);
        case IPV4_BINARY -> from(Prefixes.ipv4(ENTRIES), Ipv4Peer.Binary::new);
        case IPV4_TRIE -> from(Prefixes.ipv4(ENTRIES), Ipv4Peer.Trie::new);
        case IPV6 -> from(Prefixes.ipv6(ENTRIES), Indexes::cidrs);
        case IPV6_TRIE -> from(Prefixes.ipv6(ENTRIES), Ipv6Trie::new);
        case LEAKS -> {
          Policy policy = Inspected.policy(LeakRules.read(Path.of(directory)));
          yield () -> DlpInspector.of(policy);
        }
      };
    }

    private static Supplier<Object> from(List<Cidr> prefixes, Function<List<Cidr>, Object> build) {
      return () -> build.apply(prefixes);
    }
  }

  /**
   * Builds one structure, and prints one line: processor time of the building thread and of the
   * whole process in milliseconds, bytes retained, bytes reported by the structure itself or 0, and
   * the most heap that was in use, in bytes.
   *
   * @param arguments the name of a {@link Structure}, and the directory that it is read from, if
   *     any
   * @throws IOException if that cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Structure structure = Structure.valueOf(arguments[0]);
    kept = EgressRules.compile(new Rules(1).policy());
    if (structure == Structure.LEAKS) {
      LeakRules.read(Path.of(arguments[1])); // what the reader of JSON leaves behind is not counted
    }
    long empty = used();
    Supplier<Object> build = structure.prepare(arguments[1]);
    used();
    long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long process = processNanos();
    kept = build.get();
    thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread;
    process = processNanos() - process;
    long peak = peak();
    build = null;
    long retained = used() - empty;
    System.out.println(
        thread / 1e6 + " " + process / 1e6 + " " + retained + " " + reported(kept) + " " + peak);
  }

  private static long reported(@Nullable Object built) {
    if (built instanceof NameIndex index) {
      return index.bytes();
    }
    return built instanceof CidrIndex index ? index.bytes() : 0;
  }

  private static long processNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Bytes in use after everything unreachable is gone. */
  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
