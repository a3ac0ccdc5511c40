package io.egressrules.net;

/**
 * A prefix under which IPv6 addresses carry IPv4 addresses for a NAT64 translator (RFC 6052 section
 * 2.2).
 */
final class Nat64Prefix {
  private static final long IPV4_BITS = 0xFFFF_FFFFL;

  private final Cidr block;

  private Nat64Prefix(Cidr block) {
    this.block = block;
  }

  static Nat64Prefix of(Cidr block) {
    switch (block.prefixLength()) {
      case 32, 40, 48, 56, 64, 96 -> {}
      default ->
          throw PolicyText.refused(
              "nat64 prefix", block.toString(), "use a length of 32, 40, 48, 56, 64 or 96");
    }
    if (block.base().isIpv4() || block.base().low() >>> 56 != 0) {
      throw PolicyText.refused(
          "nat64 prefix", block.toString(), "use an ipv6 prefix whose bits 64 to 71 are zero");
    }
    return new Nat64Prefix(block);
  }

  boolean covers(long high, long low) {
    return block.holds(high, low);
  }

  /** The IPv4 address inside, around octet 8, which is reserved. */
  long inside(long high, long low) {
    long bits =
        switch (block.prefixLength()) {
          case 32 -> high;
          case 40 -> high << 8 | (low >>> 48 & 0xFF);
          case 48 -> high << 16 | (low >>> 40 & 0xFFFF);
          case 56 -> high << 24 | (low >>> 32 & 0xFF_FFFF);
          case 64 -> low >>> 24;
          default -> low;
        };
    return bits & IPV4_BITS;
  }

  Cidr block() {
    return block;
  }
}
