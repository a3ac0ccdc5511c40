package io.egressrules.engine.lookup;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A number for every CIDR; an address has that of the longest prefix it lies in, or 0. */
public final class CidrIndex {
  private final Ipv4Index ipv4;
  private final Ipv6Index ipv6;

  private CidrIndex(Ipv4Index ipv4, Ipv6Index ipv6) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  /**
   * A builder of an index.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CidrIndex}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Numbered> ipv4 = new ArrayList<>();
    private final List<Numbered> ipv6 = new ArrayList<>();

    private Builder() {}

    /**
     * Gives a number to a CIDR. Of a CIDR that is put twice, one of the numbers counts.
     *
     * @param cidr a CIDR, not of IPv4-mapped addresses
     * @param number any number but 0
     * @return this builder
     */
    public Builder put(Cidr cidr, int number) {
      (cidr.base().isIpv4() ? ipv4 : ipv6).add(new Numbered(cidr, number));
      return this;
    }

    /**
     * The index of the CIDRs put so far.
     *
     * @return an immutable index
     */
    public CidrIndex build() {
      Collections.sort(ipv4);
      Collections.sort(ipv6);
      return new CidrIndex(
          Ipv4Index.of(Boundary.flatten(ipv4)), Ipv6Index.of(Boundary.flatten(ipv6)));
    }
  }

  /** A CIDR and its number; in order, those that cover others come before them. */
  record Numbered(Cidr cidr, int number) implements Comparable<Numbered> {
    @Override
    public int compareTo(Numbered other) {
      return cidr.compareTo(other.cidr);
    }
  }

  /**
   * Looks an address up.
   *
   * @param unmapped an address, not an IPv4-mapped one
   * @return the number of the longest prefix it lies in, or 0
   */
  public int find(IpAddress unmapped) {
    return unmapped.isIpv4()
        ? ipv4.find(unmapped.low())
        : ipv6.find(unmapped.high(), unmapped.low());
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
