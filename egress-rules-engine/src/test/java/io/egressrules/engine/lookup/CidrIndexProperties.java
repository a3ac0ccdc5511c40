package io.egressrules.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The naive twin looks at every CIDR. */
class CidrIndexProperties {
  private static final int FACTOR = Integer.getInteger("egress.tries.factor", 1);

  @Property
  void anAddressHasTheNumberOfTheLongestPrefixItLiesIn(@ForAll Random random) {
    Map<Cidr, Integer> numbers = draw(random, 40);
    CidrIndex index = index(numbers);
    for (IpAddress address : addresses(numbers, random)) {
      assertThat(index.find(address))
          .as("%s in %s", address, numbers)
          .isEqualTo(naive(numbers, address));
    }
  }

  @Property(tries = 200)
  void aHundredThousandAddressesEachTimeTheFactorAgreeWithTheTwin(@ForAll Random random) {
    Map<Cidr, Integer> numbers = draw(random, 40);
    CidrIndex index = index(numbers);
    List<IpAddress> near = addresses(numbers, random);
    for (int left = 500 * FACTOR; left > 0; left--) {
      IpAddress address =
          random.nextBoolean() ? near.get(random.nextInt(near.size())) : address(random);
      if (index.find(address) != naive(numbers, address)) {
        assertThat(index.find(address))
            .as("%s in %s", address, numbers)
            .isEqualTo(naive(numbers, address));
      }
    }
  }

  @Property
  void theOrderOfCidrsChangesNothing(@ForAll Random random) {
    Map<Cidr, Integer> numbers = draw(random, 40);
    List<Cidr> shuffled = new ArrayList<>(numbers.keySet());
    Collections.shuffle(shuffled, random);
    List<Cidr> ascending = new ArrayList<>(shuffled);
    Collections.sort(ascending);
    for (List<Cidr> order : List.of(shuffled, ascending)) {
      CidrIndex.Builder builder = CidrIndex.builder();
      order.forEach(cidr -> builder.put(cidr, numbers.get(cidr)));
      assertThat(boundaries(builder.build())).isEqualTo(boundaries(index(numbers)));
    }
  }

  @Property
  void anIndexOfManyAddressesInOneBlockFindsThem(@ForAll Random random) {
    Map<Cidr, Integer> numbers = new LinkedHashMap<>();
    CidrIndex.Builder builder = CidrIndex.builder();
    long high = random.nextLong();
    for (int i = 1; i <= 500; i++) {
      long low = random.nextInt(1 << random.nextInt(1, 12));
      IpAddress address =
          switch (random.nextInt(3)) {
            case 0 -> IpAddress.ofIpv4(0xC000_0000 | (int) low);
            case 1 -> IpAddress.ofIpv6(high, low);
            default -> IpAddress.ofIpv6(high + low, 0);
          };
      Cidr cidr = Cidr.enclosing(address, address.isIpv4() ? 32 : random.nextBoolean() ? 64 : 128);
      numbers.put(cidr, i);
      builder.put(cidr, i);
    }
    CidrIndex index = builder.build();
    for (IpAddress address : addresses(numbers, random)) {
      assertThat(index.find(address)).as("%s", address).isEqualTo(naive(numbers, address));
    }
  }

  @Example
  void theLastNumberOfACidrCounts() {
    Cidr cidr = Cidr.parse("192.0.2.0/24");
    CidrIndex index =
        CidrIndex.builder().put(cidr, 1).put(Cidr.parse("192.0.0.0/16"), 3).put(cidr, 2).build();
    assertThat(index.find(IpAddress.parse("192.0.2.1"))).isEqualTo(2);
    assertThat(index.find(IpAddress.parse("192.0.3.0"))).isEqualTo(3);
  }

  @Example
  void wholeFamiliesHaveNoBoundaryBehindThem() {
    CidrIndex index =
        CidrIndex.builder()
            .put(Cidr.parse("0.0.0.0/0"), 1)
            .put(Cidr.parse("255.255.255.255/32"), 2)
            .put(Cidr.parse("::/0"), 3)
            .put(Cidr.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"), 4)
            .build();
    assertThat(boundaries(index))
        .containsExactly(
            Map.entry("0.0.0.0", 1),
            Map.entry("255.255.255.255", 2),
            Map.entry("::", 3),
            Map.entry("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 4));
    assertThat(index.find(IpAddress.ofIpv4(-1))).isEqualTo(2);
    assertThat(index.find(IpAddress.ofIpv6(-1, -1))).isEqualTo(4);
    assertThat(index.find(IpAddress.ofIpv6(-1, -2))).isEqualTo(3);
  }

  @Example
  void neighboursWithTheSameNumberAreOne() {
    CidrIndex index =
        CidrIndex.builder()
            .put(Cidr.parse("192.0.2.0/25"), 1)
            .put(Cidr.parse("192.0.2.128/25"), 1)
            .put(Cidr.parse("192.0.2.7/32"), 1)
            .build();
    assertThat(boundaries(index))
        .containsExactly(Map.entry("192.0.2.0", 1), Map.entry("192.0.3.0", 0));
  }

  @Example
  void anEmptyIndexFindsNothing() {
    CidrIndex index = CidrIndex.builder().build();
    assertThat(index.find(IpAddress.ofIpv4(0))).isZero();
    assertThat(index.find(IpAddress.ofIpv6(-1, -1))).isZero();
    assertThat(boundaries(index)).isEmpty();
    assertThat(index.bytes()).isLessThan(64);
  }

  /** So many CIDRs, or fewer, and their numbers, some of which are alike. */
  private static Map<Cidr, Integer> draw(Random random, int most) {
    Map<Cidr, Integer> numbers = new LinkedHashMap<>();
    for (int left = random.nextInt(most); left > 0; left--) {
      IpAddress base = address(random);
      Cidr cidr = Cidr.enclosing(base, random.nextInt((base.isIpv4() ? 32 : 128) + 1));
      numbers.put(cidr, random.nextInt(-2, 20));
    }
    return numbers;
  }

  private static CidrIndex index(Map<Cidr, Integer> numbers) {
    CidrIndex.Builder builder = CidrIndex.builder();
    numbers.forEach(builder::put);
    return builder.build();
  }

  private static List<Map.Entry<String, Integer>> boundaries(CidrIndex index) {
    List<Map.Entry<String, Integer>> boundaries = new ArrayList<>();
    index.forEach((start, number) -> boundaries.add(Map.entry(start.toString(), number)));
    return boundaries;
  }

  private static int naive(Map<Cidr, Integer> numbers, IpAddress address) {
    int longest = -1;
    int number = 0;
    for (Map.Entry<Cidr, Integer> entry : numbers.entrySet()) {
      Cidr cidr = entry.getKey();
      if (cidr.contains(address) && cidr.prefixLength() > longest) {
        longest = cidr.prefixLength();
        number = entry.getValue();
      }
    }
    return number;
  }

  /** The ends of every block, their neighbours, and some others. */
  private static List<IpAddress> addresses(Map<Cidr, Integer> numbers, Random random) {
    List<IpAddress> addresses = new ArrayList<>();
    for (Cidr cidr : numbers.keySet()) {
      IpAddress base = cidr.base();
      addresses.add(base);
      addresses.add(neighbour(base, -1));
      int free = (base.isIpv4() ? 32 : 128) - cidr.prefixLength();
      IpAddress last =
          base.isIpv4()
              ? IpAddress.ofIpv4((int) (base.low() | (1L << free) - 1))
              : IpAddress.ofIpv6(base.high() | ones(free - 64), base.low() | ones(free));
      addresses.add(last);
      addresses.add(neighbour(last, 1));
    }
    for (int i = 0; i < 20; i++) {
      addresses.add(address(random));
    }
    return addresses;
  }

  private static long ones(int count) {
    return count <= 0 ? 0 : count >= 64 ? -1 : (1L << count) - 1;
  }

  private static IpAddress neighbour(IpAddress address, int step) {
    if (address.isIpv4()) {
      return IpAddress.ofIpv4((int) address.low() + step);
    }
    long low = address.low() + step;
    boolean carries = step > 0 ? low == 0 : low == -1;
    return IpAddress.ofIpv6(address.high() + (carries ? step : 0), low);
  }

  private static IpAddress address(Random random) {
    long narrow = random.nextInt(1 << random.nextInt(1, 31));
    return switch (random.nextInt(5)) {
      case 0 -> IpAddress.ofIpv4((int) narrow);
      case 1 -> IpAddress.ofIpv4(~(int) narrow);
      case 2 -> IpAddress.ofIpv6(0, narrow);
      case 3 -> IpAddress.ofIpv6(-1, ~narrow);
      default -> IpAddress.ofIpv6(narrow << 40, random.nextLong());
    };
  }
}
