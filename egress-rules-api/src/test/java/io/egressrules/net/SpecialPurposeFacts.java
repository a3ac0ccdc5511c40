package io.egressrules.net;

import java.util.List;

/**
 * What is known of blocks of addresses, one fact a line; of two blocks an address lies in, the
 * longer prefix counts.
 *
 * <p>Sources: the IANA IPv4 and IPv6 Special-Purpose Address Registries of 2025-10-09; the IANA
 * multicast and IPv6 address space registries; the RFCs named; for metadata addresses the
 * documentation of the vendor named.
 */
final class SpecialPurposeFacts {
  static final String REGISTRIES_AS_OF = "2025-10-09";

  /** A block, its class, and the words of the source. */
  record Fact(Cidr block, AddressClass is, String words) {}

  private static final String LINES =
      """
      0.0.0.0/0            PUBLIC           what no registry sets aside
      0.0.0.0/8            UNSPECIFIED      this network; as a destination this host, RFC 1122
      10.0.0.0/8           PRIVATE_USE      RFC 1918
      100.64.0.0/10        SHARED           RFC 6598
      127.0.0.0/8          LOOPBACK         RFC 1122
      169.254.0.0/16       LINK_LOCAL       RFC 3927
      172.16.0.0/12        PRIVATE_USE      RFC 1918
      192.0.0.0/24         IETF_PROTOCOL    RFC 6890; holds service continuity, dummy, nat64 discovery
      192.0.0.9/32         NEAREST_ANYCAST  port control protocol, RFC 7723
      192.0.0.10/32        NEAREST_ANYCAST  turn, RFC 8155
      192.0.2.0/24         DOCUMENTATION    test-net-1, RFC 5737
      192.31.196.0/24      AS112            RFC 7535
      192.52.193.0/24      AMT              RFC 7450
      192.88.99.0/24       RELAY_ANYCAST    6to4, deprecated by RFC 7526; 6a44, RFC 6751
      192.168.0.0/16       PRIVATE_USE      RFC 1918
      192.175.48.0/24      AS112            RFC 7534
      198.18.0.0/15        BENCHMARKING     RFC 2544
      198.51.100.0/24      DOCUMENTATION    test-net-2, RFC 5737
      203.0.113.0/24       DOCUMENTATION    test-net-3, RFC 5737
      224.0.0.0/4          MULTICAST        RFC 5771
      240.0.0.0/4          RESERVED         RFC 1112
      255.255.255.255/32   BROADCAST        RFC 8190

      100.100.100.200/32   CLOUD_METADATA   alibaba cloud
      168.63.129.16/32     CLOUD_HOST       azure wire server
      169.254.0.23/32      CLOUD_METADATA   tencent cloud
      169.254.42.42/32     CLOUD_METADATA   scaleway
      169.254.169.254/32   CLOUD_METADATA   aws, azure, google, oracle, ibm and most others
      169.254.170.2/32     CLOUD_METADATA   aws containers
      169.254.170.23/32    CLOUD_METADATA   aws kubernetes pods
      192.0.0.192/32       CLOUD_METADATA   oracle cloud, classic

      ::/0                 UNALLOCATED      RFC 4291
      2000::/3             PUBLIC           global unicast, RFC 4291
      ::/96                IPV4_COMPATIBLE  deprecated, RFC 4291
      ::/128               UNSPECIFIED      RFC 4291
      ::1/128              LOOPBACK         RFC 4291
      ::ffff:0:0:0/96      IPV4_TRANSLATED  RFC 2765
      64:ff9b::/96         NAT64            RFC 6052
      64:ff9b:1::/48       NAT64_LOCAL      RFC 8215
      100::/64             DISCARD          RFC 6666
      100:0:0:1::/64       DISCARD          dummy, RFC 9780
      2001::/23            IETF_PROTOCOL    RFC 2928
      2001::/32            TEREDO           RFC 4380
      2001:1::1/128        NEAREST_ANYCAST  port control protocol, RFC 7723
      2001:1::2/128        NEAREST_ANYCAST  turn, RFC 8155
      2001:1::3/128        NEAREST_ANYCAST  service registration, RFC 9665
      2001:2::/48          BENCHMARKING     RFC 5180
      2001:3::/32          AMT              RFC 7450
      2001:4:112::/48      AS112            RFC 7535
      2001:10::/28         IDENTIFIER       orchid, deprecated, RFC 4843
      2001:20::/28         IDENTIFIER       orchid v2, RFC 7343
      2001:30::/28         IDENTIFIER       drone remote id, RFC 9374
      2001:db8::/32        DOCUMENTATION    RFC 3849
      2002::/16            SIX_TO_FOUR      RFC 3056
      2620:4f:8000::/48    AS112            RFC 7534
      3fff::/20            DOCUMENTATION    RFC 9637
      5f00::/16            SEGMENT_ROUTING  RFC 9602
      fc00::/7             UNIQUE_LOCAL     RFC 4193
      fe80::/10            LINK_LOCAL       RFC 4291
      fec0::/10            SITE_LOCAL       deprecated, RFC 3879
      ff00::/8             MULTICAST        RFC 4291

      fd00:42::42/128      CLOUD_METADATA   scaleway
      fd00:100::100:200/128 CLOUD_METADATA  alibaba cloud
      fd00:a9fe:a9fe::1/128 CLOUD_METADATA  akamai, formerly linode
      fd00:c1::a9fe:a9fe/128 CLOUD_METADATA oracle cloud
      fd00:ec2::23/128     CLOUD_METADATA   aws kubernetes pods
      fd00:ec2::254/128    CLOUD_METADATA   aws
      fd20:ce::254/128     CLOUD_METADATA   google cloud
      """;

  private SpecialPurposeFacts() {}

  static List<Fact> all() {
    return LINES.lines().filter(line -> !line.isBlank()).map(SpecialPurposeFacts::fact).toList();
  }

  private static Fact fact(String line) {
    String[] words = line.split(" +", 3);
    return new Fact(Cidr.parse(words[0]), AddressClass.valueOf(words[1]), words[2]);
  }
}
