package io.egressrules.examples.benchmarks.peer;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie.IPv4AssociativeTrieNode;
import io.egressrules.net.Cidr;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** Longest-prefix match by what one could use instead; each answers with a prefix's number or 0. */
public final class Ipv4Peer {
  private static final int FLIP = 0x8000_0000;

  private Ipv4Peer() {}

  /** A sorted array and {@link Arrays#binarySearch(int[], int)}. */
  public static final class Binary {
    private final int[] starts;
    private final int[] numbers;

    /**
     * Builds it.
     *
     * @param prefixes all different
     */
    public Binary(List<Cidr> prefixes) {
      Segments segments = Segments.of(prefixes);
      numbers = segments.numbers();
      starts = segments.starts();
      for (int i = 0; i < starts.length; i++) {
        starts[i] ^= FLIP;
      }
    }

    /**
     * Looks an address up.
     *
     * @param address its 32 bits
     * @return a number, or 0
     */
    public int find(int address) {
      int at = Arrays.binarySearch(starts, address ^ FLIP);
      return numbers[at < 0 ? -at - 2 : at];
    }
  }

  /** A tree map from first addresses. */
  public static final class Tree {
    private final TreeMap<Long, Integer> map = new TreeMap<>();

    /**
     * Builds it.
     *
     * @param prefixes all different
     */
    public Tree(List<Cidr> prefixes) {
      Segments segments = Segments.of(prefixes);
      int[] starts = segments.starts();
      int[] numbers = segments.numbers();
      for (int i = 0; i < starts.length; i++) {
        map.put(starts[i] & 0xFFFF_FFFFL, numbers[i]);
      }
    }

    /**
     * Looks an address up.
     *
     * @param address its 32 bits
     * @return a number, or 0
     */
    public int find(int address) {
      Map.Entry<Long, Integer> segment = map.floorEntry(address & 0xFFFF_FFFFL);
      return segment == null ? 0 : segment.getValue();
    }
  }

  /** Guava's map of ranges. */
  public static final class Ranges {
    private final RangeMap<Long, Integer> map;

    /**
     * Builds it.
     *
     * @param prefixes all different
     */
    public Ranges(List<Cidr> prefixes) {
      Segments segments = Segments.of(prefixes);
      int[] starts = segments.starts();
      int[] numbers = segments.numbers();
      ImmutableRangeMap.Builder<Long, Integer> ranges = ImmutableRangeMap.builder();
      for (int i = 0; i < starts.length; i++) {
        long start = starts[i] & 0xFFFF_FFFFL;
        long end = i + 1 < starts.length ? starts[i + 1] & 0xFFFF_FFFFL : 1L << 32;
        ranges.put(Range.closedOpen(start, end), numbers[i]);
      }
      map = ranges.build();
    }

    /**
     * Looks an address up.
     *
     * @param address its 32 bits
     * @return a number, or 0
     */
    public int find(int address) {
      Integer number = map.get(address & 0xFFFF_FFFFL);
      return number == null ? 0 : number;
    }
  }

  /** The trie of IPAddress. */
  public static final class Trie {
    private final IPv4AddressAssociativeTrie<Integer> trie = new IPv4AddressAssociativeTrie<>();

    /**
     * Builds it.
     *
     * @param prefixes all different
     */
    public Trie(List<Cidr> prefixes) {
      for (int i = 0; i < prefixes.size(); i++) {
        Cidr prefix = prefixes.get(i);
        IPv4Address base = new IPv4Address((int) prefix.base().low());
        trie.put(base.toPrefixBlock(prefix.prefixLength()), i + 1);
      }
    }

    /**
     * Looks an address up.
     *
     * @param address an address of that library, made beforehand
     * @return a number, or 0
     */
    public int find(IPv4Address address) {
      IPv4AssociativeTrieNode<Integer> node = trie.longestPrefixMatchNode(address);
      @Nullable Integer number = node == null ? null : node.getValue();
      return number == null ? 0 : number;
    }
  }

  /** A list of what Spring Security's {@code IpAddressMatcher} consists of; says only whether. */
  public static final class Spring {
    private final List<InetAddressMatcher> matchers;

    /**
     * Builds it.
     *
     * @param prefixes all different
     */
    public Spring(List<Cidr> prefixes) {
      matchers =
          prefixes.stream()
              .map(cidr -> InetAddressMatchers.fromIpAddress(cidr.toString()))
              .toList();
    }

    /**
     * Looks an address up.
     *
     * @param address its text
     * @return whether it is in any prefix
     */
    public boolean find(String address) {
      for (InetAddressMatcher matcher : matchers) {
        if (matcher.matches(address)) {
          return true;
        }
      }
      return false;
    }
  }
}
