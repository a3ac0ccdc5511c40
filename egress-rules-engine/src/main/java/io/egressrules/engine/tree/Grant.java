package io.egressrules.engine.tree;

import io.egressrules.net.AddressSpace;
import io.egressrules.net.AddressTier;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.List;

/**
 * The special-purpose space that an allow rule may reach. An address that carries others is granted
 * when it and each special one inside are.
 */
final class Grant {
  private final CidrSet cidrs;
  private final AddressSpace space;

  private Grant(CidrSet cidrs, AddressSpace space) {
    this.cidrs = cidrs;
    this.space = space;
  }

  static Grant of(List<Cidr> cidrs, AddressSpace space) {
    return new Grant(CidrSet.of(cidrs), space);
  }

  boolean covers(IpAddress unmapped) {
    return cidrs.has(unmapped) && (unmapped.isIpv4() || coversInside(unmapped));
  }

  private boolean coversInside(IpAddress address) {
    for (IpAddress inside : space.inside(address)) {
      if (space.judge(inside).tier() != AddressTier.GLOBAL && !cidrs.has(inside)) {
        return false;
      }
    }
    return true;
  }
}
