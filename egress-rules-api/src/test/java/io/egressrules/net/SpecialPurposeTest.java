package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.SpecialPurposeFacts.Fact;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SpecialPurposeTest {
  private static final long SEED = 20251009;

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
  void oneHundredThousandIpv6AddressesAreJudgedAsTheFactsSay() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Fact> facts = SpecialPurposeFacts.all();
    for (int round = 0; round < 100_000; round++) {
      IpAddress address = telling(random, facts);
      assertThat(AddressSpace.V1.judge(address).tier())
          .as(address.toString())
          .isEqualTo(SpecialPurposeOracle.tier(address));
    }
  }

  /** An address near the edge of a block, or around an IPv4 address near the edge of one. */
  private static IpAddress telling(SplittableRandom random, List<Fact> facts) {
    Cidr block = facts.get(random.nextInt(facts.size())).block();
    IpAddress edge = nearEdge(random, block);
    if (!edge.isIpv4()) {
      return edge;
    }
    long ipv4 = edge.low();
    long any = random.nextLong();
    return switch (random.nextInt(8)) {
      case 0 -> IpAddress.ofIpv6(0, ipv4);
      case 1 -> IpAddress.ofIpv6(0, 0xFFFFL << 32 | ipv4);
      case 2 -> IpAddress.ofIpv6(0, 0xFFFF_0000L << 32 | ipv4);
      case 3 -> IpAddress.ofIpv6(0x0064_FF9B_0000_0000L, ipv4);
      case 4 -> IpAddress.ofIpv6(0x0064_FF9B_0001_0000L | any & 0xFFFF, any << 32 | ipv4);
      case 5 -> IpAddress.ofIpv6(0x2002L << 48 | ipv4 << 16 | any & 0xFFFF, any);
      case 6 -> IpAddress.ofIpv6(0x2001_0000L << 32 | ipv4, any << 32 | ~ipv4 & 0xFFFF_FFFFL);
      default -> IpAddress.ofIpv6(any, (any & 3) << 56 | 0x5EFEL << 32 | ipv4);
    };
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
