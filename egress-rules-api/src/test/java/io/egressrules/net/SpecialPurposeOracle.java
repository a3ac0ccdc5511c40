package io.egressrules.net;

import io.egressrules.net.SpecialPurposeFacts.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges addresses the slow and plain way: prefixes of binary text, straight from the facts. Shares
 * no look-up and no unwrapping with {@link AddressSpace}.
 */
final class SpecialPurposeOracle {
  private record Prefix(String bits, int width, AddressClass is) {}

  private static final List<Prefix> LONGEST_FIRST =
      SpecialPurposeFacts.all().stream()
          .map(SpecialPurposeOracle::prefix)
          .sorted(Comparator.comparing(prefix -> -prefix.bits.length()))
          .toList();

  private SpecialPurposeOracle() {}

  static AddressTier tier(IpAddress address) {
    String bits = bits(address);
    if (!address.isIpv4() && bits.startsWith("0".repeat(80) + "1".repeat(16))) {
      return classOf(bits.substring(96)).tier();
    }
    AddressTier worst = classOf(bits).tier();
    if (address.isIpv4()) {
      return worst;
    }
    if (isIsatap(bits)) {
      worst = max(worst, AddressTier.SPECIAL);
    }
    for (String inner : inside(bits)) {
      worst = max(worst, classOf(inner).tier());
    }
    return worst;
  }

  private static AddressTier max(AddressTier a, AddressTier b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static List<String> inside(String bits) {
    String hex = hex(bits);
    List<String> inside = new ArrayList<>();
    boolean compatible = hex.startsWith("0".repeat(24)) && !hex.matches("0{31}[01]");
    boolean translated = hex.startsWith("0000000000000000ffff0000");
    boolean nat64 = hex.startsWith("0064ff9b0000000000000000") || hex.startsWith("0064ff9b0001");
    if (compatible || translated || nat64 || isIsatap(bits)) {
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

  private static boolean isIsatap(String bits) {
    return hex(bits).substring(16, 24).matches("0[0-3]005efe");
  }

  private static Prefix prefix(Fact fact) {
    String bits = bits(fact.block().base());
    return new Prefix(bits.substring(0, fact.block().prefixLength()), bits.length(), fact.is());
  }

  /** Of the facts whose prefix the address has, the one with the longest. */
  static AddressClass classOf(String bits) {
    return LONGEST_FIRST.stream()
        .filter(prefix -> prefix.width == bits.length() && bits.startsWith(prefix.bits))
        .findFirst()
        .orElseThrow()
        .is();
  }

  static String bits(IpAddress address) {
    StringBuilder bits = new StringBuilder();
    for (byte octet : address.toBytes()) {
      bits.append(Integer.toBinaryString((octet & 0xFF) | 0x100).substring(1));
    }
    return bits.toString();
  }

  private static String hex(String bits) {
    StringBuilder hex = new StringBuilder();
    for (int at = 0; at < bits.length(); at += 4) {
      hex.append(Integer.toHexString(Integer.parseInt(bits.substring(at, at + 4), 2)));
    }
    return hex.toString();
  }
}
