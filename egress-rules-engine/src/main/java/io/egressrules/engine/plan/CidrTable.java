package io.egressrules.engine.plan;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;

/** CIDRs, and a number for each. Immutable; packed, as {@link NameTable} is. */
public final class CidrTable {
  /** Prefix lengths of IPv6 are written behind those of IPv4. */
  private static final int IPV6 = 33;

  private final int size;
  private final byte[] packed;

  private CidrTable(int size, byte[] packed) {
    this.size = size;
    this.packed = packed;
  }

  /**
   * A builder of a table.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The table that {@link #write} wrote.
   *
   * @param in what it wrote
   * @return the table; its entries are read when they are visited
   * @throws IllegalArgumentException if there is none
   */
  public static CidrTable read(PackedReader in) {
    return new CidrTable(in.number(), in.bytes());
  }

  /**
   * Writes the table.
   *
   * @param out where to
   */
  public void write(PackedWriter out) {
    out.number(size).bytes(packed);
  }

  /** Builds a {@link CidrTable}. Not safe for use by several threads. */
  public static final class Builder {
    private final PackedWriter out = new PackedWriter();
    private int size;

    private Builder() {}

    /**
     * Adds a CIDR.
     *
     * @param cidr a CIDR
     * @param number its number, at least 0
     * @return this builder
     */
    public Builder put(Cidr cidr, int number) {
      CidrTable.put(out, cidr);
      out.number(number);
      size++;
      return this;
    }

    /**
     * The table of the CIDRs added so far.
     *
     * @return an immutable table
     */
    public CidrTable build() {
      return new CidrTable(size, out.toBytes());
    }
  }

  /** Takes the entries of a table. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes an entry.
     *
     * @param cidr the CIDR
     * @param number its number
     */
    void visit(Cidr cidr, int number);
  }

  /**
   * Visits all entries, in the order in which they were added.
   *
   * @param visitor takes them
   * @throws IllegalArgumentException if the table was read and is no table
   */
  public void forEach(Visitor visitor) {
    PackedReader in = new PackedReader(packed);
    for (int i = 0; i < size; i++) {
      visitor.visit(cidr(in), in.number());
    }
    if (!in.isAtEnd()) {
      throw new IllegalArgumentException("there are more CIDRs than a table says");
    }
  }

  private static void put(PackedWriter out, Cidr cidr) {
    IpAddress base = cidr.base();
    if (base.isIpv4()) {
      out.octet(cidr.prefixLength()).fixed(base.low(), Integer.BYTES);
    } else {
      out.octet(IPV6 + cidr.prefixLength());
      out.fixed(base.high(), Long.BYTES).fixed(base.low(), Long.BYTES);
    }
  }

  private static Cidr cidr(PackedReader in) {
    int length = in.octet();
    return length < IPV6
        ? Cidr.of(IpAddress.ofIpv4((int) in.fixed(Integer.BYTES)), length)
        : Cidr.of(IpAddress.ofIpv6(in.fixed(Long.BYTES), in.fixed(Long.BYTES)), length - IPV6);
  }

  /**
   * How many CIDRs there are.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }
}
