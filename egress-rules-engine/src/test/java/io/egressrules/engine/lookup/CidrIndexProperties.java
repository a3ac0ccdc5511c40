package io.egressrules.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The naive twin looks at every CIDR. */
class CidrIndexProperties {

  @Property
  void anAddressHasTheNumberOfTheLongestPrefixItLiesIn(@ForAll Random random) {
    Map<Cidr, Integer> numbers = new HashMap<>();
    CidrIndex.Builder builder = CidrIndex.builder();
    for (int number = 1; number <= random.nextInt(40); number++) {
      IpAddress base = address(random);
      Cidr cidr = Cidr.enclosing(base, random.nextInt((base.isIpv4() ? 32 : 128) + 1));
      numbers.put(cidr, number);
      builder.put(cidr, number);
    }
    CidrIndex index = builder.build();
    for (IpAddress address : addresses(numbers, random)) {
      assertThat(index.find(address))
          .as("%s in %s", address, numbers)
          .isEqualTo(naive(numbers, address));
    }
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
