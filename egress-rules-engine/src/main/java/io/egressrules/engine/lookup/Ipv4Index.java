package io.egressrules.engine.lookup;

import java.util.List;

/**
 * The boundaries of IPv4 addresses, each in one long, the address above the number; a look-up is a
 * binary search. Where there are many, a root says for the first 16 bits of an address where to
 * search, as in DXR (Zec, Rizzo and Mikuc 2012).
 */
final class Ipv4Index {
  private static final int FEW = 64;
  private static final int ROOT_BITS = 16;
  private static final int[] NO_ROOT = {};

  private final long[] boundaries;

  /**
   * The number of boundaries before the addresses that begin with 16 bits, for each such beginning.
   */
  private final int[] root;

  private Ipv4Index(long[] boundaries, int[] root) {
    this.boundaries = boundaries;
    this.root = root;
  }

  static Ipv4Index of(List<Boundary> ascending) {
    long[] packed = new long[ascending.size()];
    for (int i = 0; i < packed.length; i++) {
      Boundary boundary = ascending.get(i);
      packed[i] = boundary.start().low() << 32 | (boundary.number() & 0xFFFF_FFFFL);
    }
    return new Ipv4Index(packed, packed.length > FEW ? root(packed) : NO_ROOT);
  }

  private static int[] root(long[] packed) {
    int[] root = new int[(1 << ROOT_BITS) + 1];
    int before = 0;
    for (int beginning = 0; beginning < root.length; beginning++) {
      while (before < packed.length && packed[before] >>> (32 + ROOT_BITS) < beginning) {
        before++;
      }
      root[beginning] = before;
    }
    return root;
  }

  int find(long address) {
    int from = 0;
    int to = boundaries.length;
    if (root.length > 0) {
      int beginning = (int) (address >>> ROOT_BITS);
      from = root[beginning];
      to = root[beginning + 1];
    }
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (boundaries[middle] >>> 32 > address) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from == 0 ? 0 : (int) boundaries[from - 1];
  }

  long bytes() {
    return (long) Long.BYTES * boundaries.length + (long) Integer.BYTES * root.length;
  }
}
