package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.egressrules.net.SpecialPurposeFacts.Fact;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecialPurposeTest {
  private static final long SEED = 20251009;
  private static final int ROUNDS = 1_000_000 * Integer.getInteger("egress.tries.factor", 1);
  private static final List<Fact> FACTS = SpecialPurposeFacts.all();

  /** A prefix of each length there is, one inside another, and one over the well-known block. */
  private static final List<Cidr> OPERATORS =
      Stream.of(
              "2a00:1::/32",
              "2a00:2:300::/40",
              "2a00:3:400::/48",
              "2a00:4:500:600::/56",
              "2a00:5:600:700::/64",
              "2a00:6:700:800::/96",
              "2a00:1::/96",
              "64:ff9b:1::/48",
              "fd00:64::/96")
          .map(Cidr::parse)
          .toList();

  @Test
  void tableIsWhatTheGeneratorMakesOfTheFacts() {
    assertThat(SpecialPurposeV1.STARTS).isEqualTo(SpecialPurposeGenerator.starts());
  }

  @Test
  void everyIntervalOfIpv4IsJudgedAsTheFactsSay() {
    TreeSet<Long> edges = new TreeSet<>(List.of(0L, 1L << 32));
    for (Fact fact : SpecialPurposeFacts.all()) {
      if (fact.block().base().isIpv4()) {
        long first = fact.block().base().low();
        edges.add(first);
        edges.add(first + (1L << (32 - fact.block().prefixLength())));
      }
    }
    for (long first : edges.headSet(1L << 32)) {
      long last = edges.higher(first) - 1;
      for (long bits : new long[] {first, first + (last - first) / 2, last}) {
        IpAddress address = IpAddress.ofIpv4((int) bits);
        assertThat(AddressSpace.V1.judge(address).outer())
            .as(address.toString())
            .isEqualTo(SpecialPurposeOracle.classOf(SpecialPurposeOracle.bits(address)));
      }
    }
  }

  @Test
  void ipv6AddressesOfEveryFormAreJudgedAsTheFactsSay() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      IpAddress address = telling(random);
      if (AddressSpace.V1.judge(address).tier() != SpecialPurposeOracle.tier(address)) {
        fail("%s is judged %s", address, AddressSpace.V1.judge(address));
      }
    }
  }

  @Test
  void addressesUnderDeclaredNat64PrefixesAreJudgedAsTheFactsSay() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    AddressSpace space = AddressSpace.V1.withNat64(OPERATORS);
    for (int round = 0; round < ROUNDS; round++) {
      IpAddress address = random.nextInt(8) == 0 ? telling(random) : translated(random);
      if (space.judge(address).tier() != SpecialPurposeOracle.tier(address, OPERATORS)) {
        fail("%s is judged %s", address, space.judge(address));
      }
    }
  }

  /** An address near the edge of a block, or around an IPv4 address near the edge of one. */
  private static IpAddress telling(SplittableRandom random) {
    IpAddress edge = edge(random);
    if (!edge.isIpv4()) {
      return edge;
    }
    long ipv4 = edge.low();
    long any = random.nextLong();
    return switch (random.nextInt(9)) {
      case 0 -> IpAddress.ofIpv6(0, ipv4);
      case 1 -> IpAddress.ofIpv6(0, 0xFFFFL << 32 | ipv4);
      case 2 -> IpAddress.ofIpv6(0, 0xFFFF_0000L << 32 | ipv4);
      case 3 -> IpAddress.ofIpv6(0x0064_FF9B_0000_0000L, ipv4);
      case 4 -> IpAddress.ofIpv6(0x0064_FF9B_0001_0000L | any & 0xFFFF, any << 32 | ipv4);
      case 5 -> IpAddress.ofIpv6(0x2002L << 48 | ipv4 << 16 | any & 0xFFFF, any);
      case 6 -> IpAddress.ofIpv6(0x2001_0000L << 32 | ipv4, any << 32 | ~ipv4 & 0xFFFF_FFFFL);
      case 7 -> IpAddress.ofIpv6(any, random.nextLong());
      default -> IpAddress.ofIpv6(any, (any & 3) << 56 | 0x5EFEL << 32 | ipv4);
    };
  }

  /** An IPv4 address near the edge of a block, under a declared prefix (RFC 6052 section 2.2). */
  private static IpAddress translated(SplittableRandom random) {
    Cidr prefix = OPERATORS.get(random.nextInt(OPERATORS.size()));
    int length = prefix.prefixLength();
    String ipv4 = SpecialPurposeOracle.bits(ipv4Edge(random));
    StringBuilder bits =
        new StringBuilder(SpecialPurposeOracle.bits(prefix.base()).substring(0, length))
            .append(ipv4);
    if (length < 96) {
      bits.insert(64, "00000000");
    }
    while (bits.length() < 128) {
      bits.append(random.nextInt(2));
    }
    return IpAddress.ofIpv6(
        Long.parseUnsignedLong(bits.substring(0, 64), 2),
        Long.parseUnsignedLong(bits.substring(64), 2));
  }

  private static IpAddress ipv4Edge(SplittableRandom random) {
    IpAddress edge = edge(random);
    return edge.isIpv4() ? edge : IpAddress.ofIpv4(random.nextInt());
  }

  private static IpAddress edge(SplittableRandom random) {
    return nearEdge(random, FACTS.get(random.nextInt(FACTS.size())).block());
  }

  private static IpAddress nearEdge(SplittableRandom random, Cidr block) {
    int width = block.base().isIpv4() ? 32 : 128;
    long ones = random.nextBoolean() ? 0 : -1;
    long step = random.nextInt(3) - 1;
    int free = width - block.prefixLength();
    long low = block.base().low() | (free >= 64 ? ones : ones & ((1L << free) - 1));
    long high =
        block.base().high()
            | (free <= 64 ? 0 : ones & (free == 128 ? -1 : (1L << (free - 64)) - 1));
    return block.base().isIpv4()
        ? IpAddress.ofIpv4((int) (low + step))
        : IpAddress.ofIpv6(high, low + step);
  }
}
