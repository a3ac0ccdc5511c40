package io.egressrules.engine.lookup;

import io.egressrules.net.IpAddress;

/** The boundaries of IPv4 addresses, each in one long: the address above the number. */
final class Ipv4Index {
  private static final long NUMBER = 0xFFFF_FFFFL;

  private final long[] boundaries;
  private final Root root;

  Ipv4Index(Boundaries ascending) {
    boundaries = new long[ascending.size()];
    for (int i = 0; i < boundaries.length; i++) {
      boundaries[i] = ascending.high(i) | (ascending.number(i) & NUMBER);
    }
    root = new Root(boundaries, 1);
  }

  int find(long address) {
    int upTo = root.upTo(address << Integer.SIZE | NUMBER);
    return upTo == 0 ? 0 : (int) boundaries[upTo - 1];
  }

  void forEach(CidrIndex.Visitor visitor) {
    for (long boundary : boundaries) {
      visitor.visit(IpAddress.ofIpv4((int) (boundary >>> Integer.SIZE)), (int) boundary);
    }
  }

  int mostSteps() {
    return root.mostSteps();
  }

  long bytes() {
    return root.bytes();
  }
}
