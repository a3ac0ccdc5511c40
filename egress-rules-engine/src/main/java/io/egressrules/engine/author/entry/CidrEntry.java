package io.egressrules.engine.author.entry;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads address entries: a CIDR, or a range of addresses, which becomes the CIDRs that make it up.
 */
public final class CidrEntry {
  private CidrEntry() {}

  /**
   * Reads an entry of a policy.
   *
   * @param text {@code base/length}, or {@code first-last} with both ends included
   * @return the CIDRs, ascending; one unless the text is a range, and then at most 62 for IPv4 and
   *     254 for IPv6
   * @throws IllegalArgumentException if the text is neither; the message names the fix
   */
  public static List<Cidr> parse(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? List.of(Cidr.parse(text))
        : range(address(text.substring(0, dash)), address(text.substring(dash + 1)));
  }

  /**
   * Reads an entry of a list file, where an address alone is an entry as well.
   *
   * @param text an address, or what {@link #parse} reads
   * @return the CIDRs, ascending
   * @throws IllegalArgumentException if the text is neither; the message names the fix
   */
  public static List<Cidr> parseListed(String text) {
    if (text.indexOf('/') >= 0 || text.indexOf('-') >= 0) {
      return parse(text);
    }
    IpAddress address = address(text);
    return List.of(Cidr.of(address, address.isIpv4() ? 32 : 128));
  }

  /**
   * Reads an address.
   *
   * @param text the address, blanks around it or not
   * @return the address
   * @throws IllegalArgumentException if the text is no address; the message names the fix
   */
  public static IpAddress address(String text) {
    try {
      return IpAddress.parse(text.strip());
    } catch (MalformedException refused) {
      throw new IllegalArgumentException(refused.rule().sentence(), refused);
    }
  }

  private static List<Cidr> range(IpAddress first, IpAddress last) {
    if (first.isIpv4() != last.isIpv4()) {
      throw new IllegalArgumentException(
          "the ends of a range are of one family; write both as ipv4 or both as ipv6");
    }
    if (first.compareTo(last) > 0) {
      throw new IllegalArgumentException(
          "a range begins with its lower end; write `" + last + "-" + first + "`");
    }
    List<Cidr> blocks = new ArrayList<>();
    for (IPAddress block : spanning(first, last)) {
      blocks.add(Cidr.of(IpAddress.ofBytes(block.getBytes()), block.getPrefixLength()));
    }
    return blocks;
  }

  /**
   * The fewest prefix blocks that make up the range; from bytes, because the library reads text too
   * kindly.
   */
  private static IPAddress[] spanning(IpAddress first, IpAddress last) {
    return first.isIpv4()
        ? new IPv4Address(first.toBytes()).spanWithPrefixBlocks(new IPv4Address(last.toBytes()))
        : new IPv6Address(first.toBytes()).spanWithPrefixBlocks(new IPv6Address(last.toBytes()));
  }
}
