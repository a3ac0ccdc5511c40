package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.engine.plan.CidrTable;
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
    CidrIndex.Builder index = CidrIndex.builder();
    cidrs.forEach(cidr -> index.put(cidr.unmapped(), 1));
    return new CidrSet(index.build());
  }

  static CidrSet of(CidrTable cidrs) {
    CidrIndex.Builder index = CidrIndex.builder();
    cidrs.forEach(index::put);
    return new CidrSet(index.build());
  }

  /** The most steps of a look-up. */
  int mostSteps() {
    return index.mostSteps();
  }

  boolean has(IpAddress unmapped) {
    return index.find(unmapped) != 0;
  }
}
