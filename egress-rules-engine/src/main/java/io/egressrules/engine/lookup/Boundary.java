package io.egressrules.engine.lookup;

import io.egressrules.engine.lookup.CidrIndex.Numbered;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address from which on another number holds, until the next boundary.
 *
 * @param start the address
 * @param number the number of the longest prefix that it lies in, or 0
 */
record Boundary(IpAddress start, int number) {

  /**
   * Flattens CIDRs that may lie in each other into boundaries.
   *
   * @param widerFirst CIDRs of one family, in order
   * @return boundaries, ascending, of different addresses
   */
  static List<Boundary> flatten(List<Numbered> widerFirst) {
    List<Boundary> boundaries = new ArrayList<>();
    Deque<Numbered> open = new ArrayDeque<>();
    for (Numbered numbered : widerFirst) {
      while (!open.isEmpty() && !open.peek().cidr().contains(numbered.cidr())) {
        close(open, boundaries);
      }
      add(boundaries, new Boundary(numbered.cidr().base(), numbered.number()));
      open.push(numbered);
    }
    while (!open.isEmpty()) {
      close(open, boundaries);
    }
    return boundaries;
  }

  /** Behind a CIDR, the one around it goes on. */
  private static void close(Deque<Numbered> open, List<Boundary> boundaries) {
    IpAddress next = behind(open.pop().cidr());
    if (next != null) {
      add(boundaries, new Boundary(next, open.isEmpty() ? 0 : open.peek().number()));
    }
  }

  /** What begins at the same address replaces what was there: a narrower CIDR, or the next one. */
  private static void add(List<Boundary> boundaries, Boundary boundary) {
    int last = boundaries.size() - 1;
    if (last >= 0 && boundaries.get(last).start.equals(boundary.start)) {
      boundaries.set(last, boundary);
    } else {
      boundaries.add(boundary);
    }
  }

  /** The first address behind a CIDR, or null when it ends with the last address of all. */
  private static @Nullable IpAddress behind(Cidr cidr) {
    IpAddress base = cidr.base();
    if (cidr.prefixLength() == 0) {
      return null;
    }
    if (base.isIpv4()) {
      long low = base.low() + (1L << (32 - cidr.prefixLength()));
      return low >>> 32 == 0 ? IpAddress.ofIpv4((int) low) : null;
    }
    boolean inHigh = cidr.prefixLength() <= 64;
    long low = inHigh ? 0 : base.low() + (1L << (128 - cidr.prefixLength()));
    long step = inHigh ? 1L << (64 - cidr.prefixLength()) : low == 0 ? 1 : 0;
    long high = base.high() + step;
    return high == 0 && low == 0 ? null : IpAddress.ofIpv6(high, low);
  }
}
