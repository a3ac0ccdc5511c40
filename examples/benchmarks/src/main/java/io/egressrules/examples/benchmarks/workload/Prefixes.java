package io.egressrules.examples.benchmarks.workload;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Prefixes whose lengths are spread as in routing tables and lists of addresses, and addresses. */
public final class Prefixes {
  private static final int[] IPV4_LENGTHS = {
    14, 16, 18, 19, 20, 21, 22, 22, 23, 24, 24, 24, 24, 24, 24, 28, 32
  };
  private static final int[] IPV6_LENGTHS = {
    29, 32, 32, 36, 40, 44, 48, 48, 48, 48, 48, 56, 64, 64
  };

  /** 1.0.0.0 to 223.255.255.255. */
  private static final int UNICAST_FIRST = 1 << 24;

  private static final int UNICAST_END = 224 << 24;

  /** 2000::/3. */
  private static final long GLOBAL = 0x2000_0000_0000_0000L;

  private Prefixes() {}

  /**
   * IPv4 prefixes.
   *
   * @param count how many, all different
   * @return always the same for a number
   */
  public static List<Cidr> ipv4(int count) {
    SplittableRandom random = new SplittableRandom(4);
    Set<Cidr> prefixes = new LinkedHashSet<>();
    while (prefixes.size() < count) {
      int length = IPV4_LENGTHS[random.nextInt(IPV4_LENGTHS.length)];
      prefixes.add(Cidr.enclosing(anyIpv4(random), length));
    }
    return new ArrayList<>(prefixes);
  }

  /**
   * IPv6 prefixes.
   *
   * @param count how many, all different
   * @return always the same for a number
   */
  public static List<Cidr> ipv6(int count) {
    SplittableRandom random = new SplittableRandom(6);
    Set<Cidr> prefixes = new LinkedHashSet<>();
    while (prefixes.size() < count) {
      int length = IPV6_LENGTHS[random.nextInt(IPV6_LENGTHS.length)];
      prefixes.add(Cidr.enclosing(anyIpv6(random), length));
    }
    return new ArrayList<>(prefixes);
  }

  /**
   * An address.
   *
   * @param prefixes the entries
   * @param draw which of them; of {@link Draw#MISS} any address, which is rarely in an entry
   * @param random where chance comes from
   * @return an address in the drawn entry
   */
  public static IpAddress address(List<Cidr> prefixes, Draw draw, SplittableRandom random) {
    boolean ipv4 = prefixes.get(0).base().isIpv4();
    if (draw == Draw.MISS) {
      return ipv4 ? anyIpv4(random) : anyIpv6(random);
    }
    Cidr prefix = prefixes.get(draw.draw(random, prefixes.size()));
    IpAddress base = prefix.base();
    if (ipv4) {
      long host = 0xFFFF_FFFFL >>> prefix.prefixLength();
      return IpAddress.ofIpv4((int) (base.low() | (random.nextLong() & host)));
    }
    long below = prefix.prefixLength() >= Long.SIZE ? 0 : -1L >>> prefix.prefixLength();
    return IpAddress.ofIpv6(base.high() | (random.nextLong() & below), random.nextLong());
  }

  private static IpAddress anyIpv4(SplittableRandom random) {
    return IpAddress.ofIpv4((int) random.nextLong(UNICAST_FIRST, UNICAST_END & 0xFFFF_FFFFL));
  }

  private static IpAddress anyIpv6(SplittableRandom random) {
    return IpAddress.ofIpv6(GLOBAL | random.nextLong() >>> 3, random.nextLong());
  }
}
