package io.egressrules.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An IP address: its family and its bits.
 *
 * <p>The family is part of the value: {@code ::ffff:192.0.2.1} stays the 128-bit address it was
 * written as and differs from {@code 192.0.2.1}; who wants them alike asks for {@link #unmapped()}.
 * Zones (RFC 4007) are no part of it. Text is read strictly and DNS is never asked.
 *
 * @since 0.1
 */
public final class IpAddress implements Host {
  private static final long IPV4_BITS = 0xFFFF_FFFFL;

  private final boolean ipv4;
  private final long high;
  private final long low;

  private IpAddress(boolean ipv4, long high, long low) {
    this.ipv4 = ipv4;
    this.high = high;
    this.low = low;
  }

  /**
   * Reads a dotted quad without leading zeros, or an IPv6 address by RFC 4291 section 2.2.
   *
   * @param text the address, without brackets and without a zone
   * @return the address
   * @throws MalformedException if the text is no address; the message does not quote it
   */
  public static IpAddress parse(String text) {
    if (text.indexOf(':') >= 0) {
      return parseIpv6(text, 0, text.length());
    }
    long bits = AddressReader.ipv4(text, 0, text.length());
    if (bits == AddressReader.NOT_IPV4) {
      throw new MalformedException(GateRule.HOST_IPV4, 0);
    }
    return ofIpv4((int) bits);
  }

  static IpAddress parseIpv6(String text, int from, int to) {
    AddressReader reader = new AddressReader();
    if (!reader.ipv6(text, from, to)) {
      throw new MalformedException(GateRule.HOST_IPV6, from);
    }
    return ofIpv6(reader.high, reader.low);
  }

  /**
   * The IPv4 address of 32 bits.
   *
   * @param bits the address, first octet in the highest bits
   * @return the address
   */
  public static IpAddress ofIpv4(int bits) {
    return new IpAddress(true, 0, bits & IPV4_BITS);
  }

  /**
   * The IPv6 address of 128 bits.
   *
   * @param high the first 64 bits
   * @param low the last 64 bits
   * @return the address, never unmapped
   */
  public static IpAddress ofIpv6(long high, long low) {
    return new IpAddress(false, high, low);
  }

  /**
   * The address of 4 or 16 octets.
   *
   * @param octets the address in network order; 16 octets make an IPv6 address, never unmapped
   * @return the address
   * @throws IllegalArgumentException if there are not 4 or 16 octets
   */
  public static IpAddress ofBytes(byte[] octets) {
    ByteBuffer buffer = ByteBuffer.wrap(octets);
    return switch (octets.length) {
      case 4 -> ofIpv4(buffer.getInt());
      case 16 -> ofIpv6(buffer.getLong(), buffer.getLong());
      default ->
          throw new IllegalArgumentException(
              "an address has 4 or 16 octets, not " + octets.length + "; pass them all");
    };
  }

  /**
   * The address the JDK holds, without its name and without its scope.
   *
   * @param address an address; the JDK itself turns IPv4-mapped ones into IPv4
   * @return the same bits
   */
  public static IpAddress of(InetAddress address) {
    return ofBytes(address.getAddress());
  }

  /** Whether the bits are in ::ffff:0:0/96 (RFC 4291 section 2.5.5.2). */
  static boolean isMapped(long high, long low) {
    return high == 0 && low >>> 32 == 0xFFFF;
  }

  /**
   * Whether this is an IPv4 address.
   *
   * @return false for an IPv4-mapped IPv6 address
   */
  public boolean isIpv4() {
    return ipv4;
  }

  /**
   * The first 64 bits of an IPv6 address.
   *
   * @return the bits; 0 for an IPv4 address
   */
  public long high() {
    return high;
  }

  /**
   * The last 64 bits of an IPv6 address, or the 32 bits of an IPv4 address.
   *
   * @return the bits; not negative for an IPv4 address
   */
  public long low() {
    return low;
  }

  /**
   * The IPv4 address inside an IPv4-mapped IPv6 address (::ffff:0:0/96), else this.
   *
   * @return the address a socket would reach
   */
  public IpAddress unmapped() {
    return !ipv4 && isMapped(high, low) ? ofIpv4((int) low) : this;
  }

  /**
   * The address in network order.
   *
   * @return 4 or 16 octets of a new array
   */
  public byte[] toBytes() {
    return ipv4
        ? ByteBuffer.allocate(4).putInt((int) low).array()
        : ByteBuffer.allocate(16).putLong(high).putLong(low).array();
  }

  /**
   * The address as the JDK holds it, without a name.
   *
   * @return an address; of IPv4 for an IPv4-mapped one, because the JDK converts it
   */
  public InetAddress toInetAddress() {
    try {
      return InetAddress.getByAddress(toBytes());
    } catch (UnknownHostException impossible) {
      throw new AssertionError("4 or 16 octets are an address", impossible);
    }
  }

  /**
   * The address as the JDK holds it, with the name it was looked up by.
   *
   * @param hostName the name for TLS and for messages; nothing is resolved or checked
   * @return an address; of IPv4 for an IPv4-mapped one, because the JDK converts it
   */
  public InetAddress toInetAddress(String hostName) {
    try {
      return InetAddress.getByAddress(Objects.requireNonNull(hostName), toBytes());
    } catch (UnknownHostException impossible) {
      throw new AssertionError("4 or 16 octets are an address", impossible);
    }
  }

  @Override
  public String toUriString() {
    return ipv4 ? toString() : "[" + this + "]";
  }

  @Override
  public int compareTo(Host other) {
    if (!(Objects.requireNonNull(other) instanceof IpAddress address)) {
      return -1;
    }
    if (ipv4 != address.ipv4) {
      return ipv4 ? -1 : 1;
    }
    int order = Long.compareUnsigned(high, address.high);
    return order != 0 ? order : Long.compareUnsigned(low, address.low);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress address
        && ipv4 == address.ipv4
        && high == address.high
        && low == address.low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low) + (ipv4 ? 1 : 0);
  }

  /** A dotted quad, or the text RFC 5952 prescribes, without brackets. */
  @Override
  public String toString() {
    return ipv4 ? AddressText.ipv4(low) : AddressText.ipv6(high, low);
  }
}
