package io.egressrules.net;

/**
 * The places where an IPv6 address may carry an IPv4 address, by the transition mechanisms that no
 * operator configures, and by the default of those that one may.
 *
 * <p>IPv4-mapped addresses are not among them: such an address is its IPv4 address.
 */
enum Ipv4Inside {
  /** ::a.b.c.d (RFC 4291 section 2.5.5.1), but neither :: nor ::1. */
  COMPATIBLE {
    @Override
    long of(long high, long low) {
      return high == 0 && low > 1 && low >>> 32 == 0 ? low : NONE;
    }
  },
  /** ::ffff:0:a.b.c.d (RFC 2765 section 2.1). */
  TRANSLATED {
    @Override
    long of(long high, long low) {
      return high == 0 && low >>> 32 == 0xFFFF_0000L ? low & IPV4_BITS : NONE;
    }
  },
  /** 64:ff9b::a.b.c.d (RFC 6052 section 2.1). */
  NAT64 {
    @Override
    long of(long high, long low) {
      return high == 0x0064_FF9B_0000_0000L && low >>> 32 == 0 ? low : NONE;
    }
  },
  /** 64:ff9b:1:…:a.b.c.d (RFC 8215), read as translators with a prefix of 96 bits do. */
  NAT64_LOCAL {
    @Override
    long of(long high, long low) {
      return high >>> 16 == 0x0064_FF9B_0001L ? low & IPV4_BITS : NONE;
    }
  },
  /** 2002:a.b.c.d:: (RFC 3056 section 2). */
  SIX_TO_FOUR {
    @Override
    long of(long high, long low) {
      return high >>> 48 == 0x2002 ? high >>> 16 & IPV4_BITS : NONE;
    }
  },
  /** The server of 2001:0:a.b.c.d:… (RFC 4380 section 4). */
  TEREDO_SERVER {
    @Override
    long of(long high, long low) {
      return high >>> 32 == TEREDO_PREFIX ? high & IPV4_BITS : NONE;
    }
  },
  /** The client of 2001:0:…, all its bits inverted (RFC 4380 section 4). */
  TEREDO_CLIENT {
    @Override
    long of(long high, long low) {
      return high >>> 32 == TEREDO_PREFIX ? ~low & IPV4_BITS : NONE;
    }
  },
  /** …:0:5efe:a.b.c.d, whatever the universal and group bits say (RFC 5214 section 6.1). */
  ISATAP {
    @Override
    long of(long high, long low) {
      return (low >>> 32 & 0xFCFF_FFFFL) == 0x5EFE ? low & IPV4_BITS : NONE;
    }
  };

  /** Says that no IPv4 address is there. */
  static final long NONE = -1;

  private static final long IPV4_BITS = 0xFFFF_FFFFL;
  private static final long TEREDO_PREFIX = 0x2001_0000L;

  /** The 32 bits of the IPv4 address inside an IPv6 address, or {@link #NONE}. */
  abstract long of(long high, long low);
}
