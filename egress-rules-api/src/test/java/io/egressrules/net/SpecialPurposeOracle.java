package io.egressrules.net;

import io.egressrules.net.SpecialPurposeFacts.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges addresses the slow and plain way: prefixes of binary text, straight from the facts. Shares
 * no look-up and no unwrapping with {@link AddressSpace}.
 */
final class SpecialPurposeOracle {
  private record Prefix(String bits, int width, AddressClass is) {}

  private static final List<String> OCTETS =
      IntStream.range(0x100, 0x200).mapToObj(n -> Integer.toBinaryString(n).substring(1)).toList();

  private static final List<Prefix> LONGEST_FIRST =
      SpecialPurposeFacts.all().stream()
          .map(SpecialPurposeOracle::prefix)
          .sorted(Comparator.comparing(prefix -> -prefix.bits.length()))
          .toList();

  private SpecialPurposeOracle() {}

  static AddressTier tier(IpAddress address) {
    return tier(address, List.of());
  }

  /** The tier, where an operator has declared prefixes of NAT64. */
  static AddressTier tier(IpAddress address, List<Cidr> nat64) {
    String bits = bits(address);
    if (!address.isIpv4() && bits.startsWith("0".repeat(80) + "1".repeat(16))) {
      return classOf(bits.substring(96)).tier();
    }
    AddressTier worst = classOf(bits).tier();
    if (address.isIpv4()) {
      return worst;
    }
    String hex = HexFormat.of().formatHex(address.toBytes());
    if (isIsatap(hex)) {
      worst = max(worst, AddressTier.SPECIAL);
    }
    String declared = declared(bits, nat64);
    if (declared != null) {
      worst = max(worst, AddressTier.SPECIAL);
      worst = max(worst, classOf(translated(bits, declared)).tier());
    }
    for (String inner : inside(bits, hex, declared == null)) {
      worst = max(worst, classOf(inner).tier());
    }
    return worst;
  }

  /** The longest declared prefix that the address has. */
  private static @Nullable String declared(String bits, List<Cidr> nat64) {
    return nat64.stream()
        .map(prefix -> bits(prefix.base()).substring(0, prefix.prefixLength()))
        .filter(bits::startsWith)
        .max(Comparator.comparing(String::length))
        .orElse(null);
  }

  /** RFC 6052 section 2.2: the IPv4 address follows the prefix, around the octet from bit 64. */
  private static String translated(String bits, String prefix) {
    String withoutOctet = bits.substring(0, 64) + bits.substring(72);
    return prefix.length() == 96
        ? bits.substring(96)
        : withoutOctet.substring(prefix.length(), prefix.length() + 32);
  }

  private static AddressTier max(AddressTier a, AddressTier b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static List<String> inside(String bits, String hex, boolean nat64IsAssumed) {
    List<String> inside = new ArrayList<>();
    boolean compatible = hex.startsWith("0".repeat(24)) && !hex.matches("0{31}[01]");
    boolean translated = hex.startsWith("0000000000000000ffff0000");
    boolean nat64 =
        nat64IsAssumed
            && (hex.startsWith("0064ff9b0000000000000000") || hex.startsWith("0064ff9b0001"));
    if (compatible || translated || nat64 || isIsatap(hex)) {
      inside.add(bits.substring(96));
    }
    if (hex.startsWith("2002")) {
      inside.add(bits.substring(16, 48));
    }
    if (hex.startsWith("20010000")) {
      inside.add(bits.substring(32, 64));
      inside.add(bits.substring(96).replace('0', 'x').replace('1', '0').replace('x', '1'));
    }
    return inside;
  }

  private static boolean isIsatap(String hex) {
    String identifier = hex.substring(16, 24);
    return identifier.endsWith("005efe") && identifier.matches("0[0-3].*");
  }

  private static Prefix prefix(Fact fact) {
    String bits = bits(fact.block().base());
    return new Prefix(bits.substring(0, fact.block().prefixLength()), bits.length(), fact.is());
  }

  /** Of the facts whose prefix the address has, the one with the longest. */
  static AddressClass classOf(String bits) {
    for (Prefix prefix : LONGEST_FIRST) {
      if (prefix.width == bits.length() && bits.startsWith(prefix.bits)) {
        return prefix.is;
      }
    }
    throw new AssertionError("no fact is about " + bits);
  }

  static String bits(IpAddress address) {
    StringBuilder bits = new StringBuilder();
    for (byte octet : address.toBytes()) {
      bits.append(OCTETS.get(octet & 0xFF));
    }
    return bits.toString();
  }
}
