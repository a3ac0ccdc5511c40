package io.egressrules.net;

import org.jspecify.annotations.Nullable;

/**
 * A block of IP addresses of one family: those that share the first bits of a base address (RFC
 * 4632 section 3.1, RFC 4291 section 2.3).
 *
 * <p>The base has no bits behind the prefix, so every block is written in one way only. Families
 * never mix: {@code 0.0.0.0/0} holds no IPv6 address, not even an IPv4-mapped one, and {@code
 * ::ffff:0:0/96} no IPv4 address; match {@link IpAddress#unmapped()} against {@link #unmapped()}.
 *
 * <p>Blocks are ordered by base, wider ones first.
 *
 * @since 0.1
 */
public final class Cidr implements Comparable<Cidr> {
  private static final String WHAT = "cidr";

  private final IpAddress base;
  private final int prefixLength;

  private Cidr(IpAddress base, int prefixLength) {
    this.base = base;
    this.prefixLength = prefixLength;
  }

  /**
   * Reads {@code address/length}. An address alone is no block: whoever meant one address says so
   * with {@code /32} or {@code /128}, and whoever forgot the length is told.
   *
   * @param text the block, the length in decimal without leading zeros
   * @return the block
   * @throws IllegalArgumentException if the text is no block, or its address has bits behind the
   *     prefix; the message quotes the text and names the fix
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    IpAddress address = address(text, slash < 0 ? text.length() : slash);
    int width = width(address);
    if (slash < 0) {
      throw PolicyText.refused(
          WHAT, text, "the prefix length is missing; write `" + of(address, width) + "`");
    }
    int length = prefixLength(text, slash + 1);
    if (length < 0 || length > width) {
      throw PolicyText.refused(
          WHAT, text, "write a prefix length from 0 to " + width + " behind the slash");
    }
    Cidr block = enclosing(address, length);
    if (!block.base.equals(address)) {
      throw PolicyText.refused(
          WHAT, text, "there are bits behind the prefix; write `" + block + "`");
    }
    return block;
  }

  private static IpAddress address(String text, int end) {
    try {
      return IpAddress.parse(text.substring(0, end));
    } catch (MalformedException malformed) {
      throw PolicyText.refused(WHAT, text, malformed.rule().sentence());
    }
  }

  /**
   * The decimal number from {@code start} to the end, or -1 if there is none as short as can be.
   */
  private static int prefixLength(String text, int start) {
    int digits = text.length() - start;
    if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(start) == '0')) {
      return -1;
    }
    int number = 0;
    for (int at = start; at < text.length(); at++) {
      if (!UrlChar.isDigit(text.charAt(at))) {
        return -1;
      }
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }

  /**
   * The block of a base address and a prefix length.
   *
   * @param base the first address of the block
   * @param prefixLength 0 to 32 for IPv4, 0 to 128 for IPv6
   * @return the block
   * @throws IllegalArgumentException if the length is out of range, or the base has bits behind the
   *     prefix; the message names the block that was meant
   */
  public static Cidr of(IpAddress base, int prefixLength) {
    Cidr block = enclosing(base, prefixLength);
    if (!block.base.equals(base)) {
      throw PolicyText.refused(
          WHAT,
          base + "/" + prefixLength,
          "there are bits behind the prefix; pass `" + block.base + "`");
    }
    return block;
  }

  /**
   * The block of that length an address lies in.
   *
   * @param address any address
   * @param prefixLength 0 to 32 for IPv4, 0 to 128 for IPv6
   * @return the block, its base being the address without the bits behind the prefix
   * @throws IllegalArgumentException if the length is out of range
   */
  public static Cidr enclosing(IpAddress address, int prefixLength) {
    if (prefixLength < 0 || prefixLength > width(address)) {
      throw new IllegalArgumentException(
          "prefix length " + prefixLength + ": pass 0 to " + width(address));
    }
    IpAddress base =
        address.isIpv4()
            ? IpAddress.ofIpv4((int) (address.low() & mask(prefixLength + 32)))
            : IpAddress.ofIpv6(
                address.high() & mask(prefixLength), address.low() & mask(prefixLength - 64));
    return new Cidr(base, prefixLength);
  }

  private static int width(IpAddress address) {
    return address.isIpv4() ? 32 : 128;
  }

  /** A long whose first {@code ones} bits are set; none below 0, all from 64. */
  private static long mask(int ones) {
    if (ones <= 0) {
      return 0;
    }
    return ones >= 64 ? -1 : -1L << (64 - ones);
  }

  /**
   * The first address of the block.
   *
   * @return an address without bits behind the prefix
   */
  public IpAddress base() {
    return base;
  }

  /**
   * How many bits the addresses of the block share.
   *
   * @return 0 to 32 for IPv4, 0 to 128 for IPv6
   */
  public int prefixLength() {
    return prefixLength;
  }

  /**
   * Whether an address lies in this block.
   *
   * @param address an address; one of the other family never does
   * @return true if it shares the first bits
   */
  public boolean contains(IpAddress address) {
    return base.isIpv4() == address.isIpv4() && holds(address.high(), address.low());
  }

  /** Whether an address of this block's family, given as bits, lies in it. */
  boolean holds(long high, long low) {
    int inLow = base.isIpv4() ? prefixLength + 32 : prefixLength - 64;
    int inHigh = base.isIpv4() ? 0 : prefixLength;
    return ((base.high() ^ high) & mask(inHigh)) == 0 && ((base.low() ^ low) & mask(inLow)) == 0;
  }

  /**
   * Whether all of a block lies in this block.
   *
   * @param other a block; one of the other family never does
   * @return true for this block itself and for every block below it
   */
  public boolean contains(Cidr other) {
    return prefixLength <= other.prefixLength && contains(other.base);
  }

  /**
   * Whether some address lies in both blocks.
   *
   * @param other a block
   * @return true if one of the two contains the other
   */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /**
   * The block of IPv4 addresses inside a block of IPv4-mapped IPv6 addresses, else this.
   *
   * @return the IPv4 block if this one lies in ::ffff:0:0/96
   */
  public Cidr unmapped() {
    IpAddress inner = base.unmapped();
    return prefixLength < 96 || inner.equals(base) ? this : new Cidr(inner, prefixLength - 96);
  }

  @Override
  public int compareTo(Cidr other) {
    int order = base.compareTo(other.base);
    return order != 0 ? order : Integer.compare(prefixLength, other.prefixLength);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cidr block
        && prefixLength == block.prefixLength
        && base.equals(block.base);
  }

  @Override
  public int hashCode() {
    return 31 * base.hashCode() + prefixLength;
  }

  /** {@code base/length}, the length also when the block is a single address. */
  @Override
  public String toString() {
    return base + "/" + prefixLength;
  }
}
