package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.List;

/** A set of addresses. */
final class CidrSet {
  private final CidrIndex index;

  private CidrSet(CidrIndex index) {
    this.index = index;
  }

  static CidrSet of(List<Cidr> cidrs) {
    return ofAll(List.of(cidrs));
  }

  static CidrSet ofAll(List<List<Cidr>> lists) {
    CidrIndex.Builder index = CidrIndex.builder();
    for (List<Cidr> list : lists) {
      for (Cidr cidr : list) {
        index.put(cidr.unmapped(), 1);
      }
    }
    return new CidrSet(index.build());
  }

  boolean has(IpAddress unmapped) {
    return index.find(unmapped) != 0;
  }
}
