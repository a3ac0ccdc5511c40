package io.egressrules.net;

import static io.egressrules.net.AddressTier.GLOBAL;
import static io.egressrules.net.AddressTier.GUARDED;
import static io.egressrules.net.AddressTier.SPECIAL;

/**
 * What a block of addresses is for, by the IANA special-purpose registries (RFC 6890) and beyond
 * them.
 *
 * <p>The registries say which blocks are globally reachable. This judgement differs where being
 * reachable is not being public: anycast addresses that the nearest network answers, and
 * identifiers in the shape of addresses that nothing can route, are special.
 *
 * @since 0.1
 */
public enum AddressClass {
  /** Everything else: an address of the public internet. */
  PUBLIC("public", "RFC 6890", GLOBAL),
  /** 192.31.196.0/24, 192.175.48.0/24, 2001:4:112::/48, 2620:4f:8000::/48: public DNS sinks. */
  AS112("as112", "RFC 7534, RFC 7535", GLOBAL),
  /** 192.52.193.0/24, 2001:3::/32: public multicast relays. */
  AMT("automatic multicast tunneling", "RFC 7450", GLOBAL),
  /** A NAT64 prefix whose translator the operator vouches for; what is inside is judged. */
  NAT64_VOUCHED("vouched nat64", "RFC 6052", GLOBAL),

  /** 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16. */
  PRIVATE_USE("private-use", "RFC 1918", SPECIAL),
  /** 100.64.0.0/10, between a provider and its customers. */
  SHARED("shared address space", "RFC 6598", SPECIAL),
  /** 192.0.0.0/24, 2001::/23 and what is in them without a class of its own. */
  IETF_PROTOCOL("ietf protocol assignment", "RFC 6890, RFC 2928", SPECIAL),
  /**
   * 192.0.0.9, 192.0.0.10, 2001:1::1, 2001:1::2, 2001:1::3: answered by the nearest server for port
   * control, TURN or service registration, that is by one's own network first.
   */
  NEAREST_ANYCAST("nearest-server anycast", "RFC 7723, RFC 8155, RFC 9665", SPECIAL),
  /** 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32, 3fff::/20. */
  DOCUMENTATION("documentation", "RFC 5737, RFC 3849, RFC 9637", SPECIAL),
  /** 198.18.0.0/15, 2001:2::/48. */
  BENCHMARKING("benchmarking", "RFC 2544, RFC 5180", SPECIAL),
  /** 192.88.99.0/24: deprecated 6to4 and 6a44 relays, whoever runs the nearest. */
  RELAY_ANYCAST("deprecated relay anycast", "RFC 7526, RFC 6751", SPECIAL),
  /** 240.0.0.0/4. */
  RESERVED("reserved", "RFC 1112", SPECIAL),
  /** fc00::/7. */
  UNIQUE_LOCAL("unique-local", "RFC 4193", SPECIAL),
  /** fec0::/10. */
  SITE_LOCAL("deprecated site-local", "RFC 3879", SPECIAL),
  /** 100::/64 and 100:0:0:1::/64. */
  DISCARD("discard-only or dummy", "RFC 6666, RFC 9780", SPECIAL),
  /** 2001:10::/28, 2001:20::/28, 2001:30::/28: identifiers, not places. */
  IDENTIFIER("overlay identifier", "RFC 4843, RFC 7343, RFC 9374", SPECIAL),
  /** 5f00::/16. */
  SEGMENT_ROUTING("segment routing", "RFC 9602", SPECIAL),
  /** IPv6 outside 2000::/3, the only block handed out for global unicast (RFC 4291 section 2.4). */
  UNALLOCATED("outside global unicast", "RFC 4291", SPECIAL),
  /** ::/96, deprecated. */
  IPV4_COMPATIBLE("ipv4-compatible", "RFC 4291", SPECIAL),
  /** ::ffff:0:0:0/96. */
  IPV4_TRANSLATED("ipv4-translated", "RFC 2765", SPECIAL),
  /** 64:ff9b::/96, and prefixes an operator declares. */
  NAT64("nat64", "RFC 6052", SPECIAL),
  /** 64:ff9b:1::/48. */
  NAT64_LOCAL("local-use nat64", "RFC 8215", SPECIAL),
  /** 2002::/16. */
  SIX_TO_FOUR("6to4", "RFC 3056", SPECIAL),
  /** 2001::/32. */
  TEREDO("teredo", "RFC 4380", SPECIAL),
  /** Interface identifiers 0000:5efe and 0200:5efe under any prefix. */
  ISATAP("isatap", "RFC 5214", SPECIAL),

  /** 0.0.0.0/8 and ::, never a destination; systems connect to themselves. */
  UNSPECIFIED("unspecified", "RFC 1122, RFC 4291", GUARDED),
  /** 127.0.0.0/8 and ::1. */
  LOOPBACK("loopback", "RFC 1122, RFC 4291", GUARDED),
  /** 169.254.0.0/16 and fe80::/10. */
  LINK_LOCAL("link-local", "RFC 3927, RFC 4291", GUARDED),
  /** 224.0.0.0/4 and ff00::/8. */
  MULTICAST("multicast", "RFC 5771, RFC 4291", GUARDED),
  /** 255.255.255.255. */
  BROADCAST("limited broadcast", "RFC 8190", GUARDED),
  /** Where clouds hand credentials to their machines; the table names each. */
  CLOUD_METADATA("cloud metadata", "vendor documentation", GUARDED),
  /** 168.63.129.16, where Azure's host talks to its machines, from a public block. */
  CLOUD_HOST("cloud host", "vendor documentation", GUARDED);

  private final String title;
  private final String source;
  private final AddressTier tier;

  AddressClass(String title, String source, AddressTier tier) {
    this.title = title;
    this.source = source;
    this.tier = tier;
  }

  /**
   * The class in words.
   *
   * @return lower-case text
   */
  public String title() {
    return title;
  }

  /**
   * The documents that define the class.
   *
   * @return names of RFCs, the latest definition of each block
   */
  public String source() {
    return source;
  }

  /**
   * How freely a policy may allow addresses of this class.
   *
   * @return the tier
   */
  public AddressTier tier() {
    return tier;
  }

  /** The class of the stricter tier; the first if both have the same. */
  static AddressClass stricter(AddressClass first, AddressClass second) {
    return second.tier.compareTo(first.tier) > 0 ? second : first;
  }
}
