package io.egressrules.engine.lookup;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;

/**
 * A number for every CIDR; an address has that of the longest prefix it lies in, or 0.
 *
 * <p>CIDRs that lie in each other are flattened into boundaries: addresses from each of which on
 * one number holds. A look-up finds the last boundary up to an address.
 *
 * <p>An index is immutable and safe for use by several threads. A look-up allocates nothing, reads
 * a few words of an index into the boundaries, and then searches a few boundaries side by side.
 *
 * @since 0.1
 */
public final class CidrIndex {
  private final Ipv4Index ipv4;
  private final Ipv6Index ipv6;

  CidrIndex(Boundaries ipv4, Boundaries ipv6) {
    this.ipv4 = new Ipv4Index(ipv4);
    this.ipv6 = new Ipv6Index(ipv6);
  }

  /**
   * A builder of an index.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Builds a {@link CidrIndex} in time in proportion to n log n, or to n if all CIDRs come in
   * ascending order, those of one address by length; with 30 bytes of its own for each CIDR. Not
   * safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final Prefixes ipv4 = new Prefixes();
    private final Prefixes ipv6 = new Prefixes();

    private Builder() {}

    /**
     * Gives a number to a CIDR. Of a CIDR that is put twice, the last number counts.
     *
     * @param cidr a CIDR; one of IPv4-mapped addresses holds no IPv4 address
     * @param number any number; 0 takes out of wider CIDRs what lies in this one
     * @return this builder
     */
    public Builder put(Cidr cidr, int number) {
      IpAddress base = cidr.base();
      if (base.isIpv4()) {
        ipv4.add(base.low() << Integer.SIZE, 0, cidr.prefixLength(), number);
      } else {
        ipv6.add(base.high(), base.low(), cidr.prefixLength(), number);
      }
      return this;
    }

    /**
     * The index of the CIDRs put so far.
     *
     * @return an immutable index, which does not depend on the order of different CIDRs
     */
    public CidrIndex build() {
      return new CidrIndex(ipv4.flatten(), ipv6.flatten());
    }
  }

  /** Takes the boundaries of an index. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Takes one boundary.
     *
     * @param start the first address of its family for which the number holds
     * @param number the number up to the next boundary of the same family; 0 for none
     */
    void visit(IpAddress start, int number);
  }

  /**
   * Looks an address up.
   *
   * @param unmapped an address; an IPv4-mapped one counts as the IPv6 address it is written as
   * @return the number of the longest prefix it lies in, or 0
   */
  public int find(IpAddress unmapped) {
    return unmapped.isIpv4()
        ? ipv4.find(unmapped.low())
        : ipv6.find(unmapped.high(), unmapped.low());
  }

  /**
   * Shows all boundaries, first those of IPv4, each family in ascending order. Two neighbours never
   * have the same number, so indexes that find the same show the same.
   */
  void forEach(Visitor visitor) {
    ipv4.forEach(visitor);
    ipv6.forEach(visitor);
  }

  /**
   * The most steps of a look-up: cells read and boundaries compared.
   *
   * @return grows with the logarithm of the number of prefixes
   */
  public int mostSteps() {
    return Math.max(ipv4.mostSteps(), ipv6.mostSteps());
  }

  /**
   * The footprint.
   *
   * @return bytes, without the headers of objects
   */
  public long bytes() {
    return ipv4.bytes() + ipv6.bytes();
  }
}
