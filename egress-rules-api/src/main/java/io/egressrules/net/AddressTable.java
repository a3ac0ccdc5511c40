package io.egressrules.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The class of every address of both families, as the addresses where the class changes.
 *
 * <p>Immutable. A look-up takes a few comparisons, because few classes begin within the same /8, or
 * a binary search for IPv6; it allocates nothing.
 */
final class AddressTable {
  private static final int OCTETS = 256;

  private final long[] ipv4Starts;

  /** Where among the starts the first address is that begins with an octet. */
  private final int[] ipv4Octets = new int[OCTETS];

  private final AddressClass[] ipv4Classes;
  private final long[] ipv6Highs;
  private final long[] ipv6Lows;
  private final AddressClass[] ipv6Classes;

  private record Start(IpAddress address, AddressClass is) {}

  private AddressTable(List<Start> ipv4, List<Start> ipv6) {
    ipv4Starts = ipv4.stream().mapToLong(start -> start.address.low()).toArray();
    ipv4Classes = ipv4.stream().map(Start::is).toArray(AddressClass[]::new);
    for (int octet = 0; octet < OCTETS; octet++) {
      ipv4Octets[octet] = last(ipv4Starts, (long) octet << 24);
    }
    ipv6Highs = ipv6.stream().mapToLong(start -> start.address.high()).toArray();
    ipv6Lows = ipv6.stream().mapToLong(start -> start.address.low()).toArray();
    ipv6Classes = ipv6.stream().map(Start::is).toArray(AddressClass[]::new);
  }

  /** Reads lines of an address and a class, in order, from the first address of each family. */
  static AddressTable read(String lines) {
    List<Start> ipv4 = new ArrayList<>();
    List<Start> ipv6 = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      int space = line.indexOf(' ');
      IpAddress address = IpAddress.parse(line.substring(0, space));
      AddressClass is = AddressClass.valueOf(line.substring(space).strip());
      (address.isIpv4() ? ipv4 : ipv6).add(new Start(address, is));
    }
    return new AddressTable(ipv4, ipv6);
  }

  AddressClass ipv4(long bits) {
    return ipv4Classes[ipv4Place(bits)];
  }

  private int ipv4Place(long bits) {
    int at = ipv4Octets[(int) (bits >>> 24)];
    while (at + 1 < ipv4Starts.length && ipv4Starts[at + 1] <= bits) {
      at++;
    }
    return at;
  }

  /** The place of the last start that is not behind an address. */
  private static int last(long[] starts, long bits) {
    int found = Arrays.binarySearch(starts, bits);
    return found < 0 ? -2 - found : found;
  }

  AddressClass ipv6(long high, long low) {
    return ipv6Classes[ipv6Place(high, low)];
  }

  private int ipv6Place(long high, long low) {
    int from = 0;
    int to = ipv6Highs.length;
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      if (isBefore(high, low, middle)) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return from;
  }

  /** The classes of the addresses of a block. */
  Set<AddressClass> classes(Cidr block) {
    IpAddress base = block.base();
    boolean ipv4 = base.isIpv4();
    AddressClass[] classes = ipv4 ? ipv4Classes : ipv6Classes;
    int at = ipv4 ? ipv4Place(base.low()) : ipv6Place(base.high(), base.low());
    Set<AddressClass> found = EnumSet.noneOf(AddressClass.class);
    do {
      found.add(classes[at]);
      at++;
    } while (at < classes.length && block.contains(start(ipv4, at)));
    return found;
  }

  private IpAddress start(boolean ipv4, int i) {
    return ipv4
        ? IpAddress.ofIpv4((int) ipv4Starts[i])
        : IpAddress.ofIpv6(ipv6Highs[i], ipv6Lows[i]);
  }

  private boolean isBefore(long high, long low, int start) {
    int order = Long.compareUnsigned(high, ipv6Highs[start]);
    return order < 0 || (order == 0 && Long.compareUnsigned(low, ipv6Lows[start]) < 0);
  }
}
