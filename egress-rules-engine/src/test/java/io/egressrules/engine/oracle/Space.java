package io.egressrules.engine.oracle;

import io.egressrules.net.AddressJudgement;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.AddressOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the levels of SEMANTICS.md section 3 ask of an address. */
enum Space {
  /** Any rule may allow it; so it is with an address that is not known yet. */
  GLOBAL,
  /** A rule may allow it that grants it: level 3. */
  SPECIAL,
  /** Guarded unless it is granted, and special-purpose then: levels 1 and 3. */
  LOOPBACK,
  /** Never allowed: level 1. */
  GUARDED;

  static Space of(@Nullable IpAddress address, AddressOptions options) {
    if (address == null) {
      return GLOBAL;
    }
    AddressJudgement judgement = space(options).judge(address);
    return switch (judgement.tier()) {
      case GLOBAL -> GLOBAL;
      case SPECIAL -> SPECIAL;
      case GUARDED -> judgement.isLiftable() ? LOOPBACK : GUARDED;
    };
  }

  /** The addresses inside one that is a transition form. */
  static List<IpAddress> inside(IpAddress address, AddressOptions options) {
    return space(options).inside(address);
  }

  private static AddressSpace space(AddressOptions options) {
    AddressSpace space = AddressSpace.LATEST.withNat64(options.nat64Prefixes());
    return options.nat64JudgedInside() ? space.vouchingForNat64() : space;
  }
}
