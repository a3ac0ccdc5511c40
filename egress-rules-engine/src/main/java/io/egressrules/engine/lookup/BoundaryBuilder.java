package io.egressrules.engine.lookup;

import io.egressrules.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link CidrIndex} from boundaries in the order in which {@link CidrIndex#forEach} shows
 * them, in time in proportion to their number. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class BoundaryBuilder {
  private final Boundaries ipv4 = new Boundaries();
  private final Boundaries ipv6 = new Boundaries();
  private @Nullable IpAddress last;

  /** A builder of an index in which no address has a number yet. */
  public BoundaryBuilder() {}

  /**
   * Adds a boundary.
   *
   * @param start the first address of its family for which the number holds
   * @param number the number up to the next boundary of the same family; 0 for none
   * @return this builder
   * @throws IllegalArgumentException if the address does not follow the last one, all of IPv4
   *     coming before all of IPv6
   */
  public BoundaryBuilder add(IpAddress start, int number) {
    if (last != null && start.compareTo(last) <= 0) {
      throw new IllegalArgumentException(
          "boundary `" + start + "` behind `" + last + "`; add boundaries in ascending order");
    }
    last = start;
    if (start.isIpv4()) {
      ipv4.add(start.low() << Integer.SIZE, 0, number);
    } else {
      ipv6.add(start.high(), start.low(), number);
    }
    return this;
  }

  /**
   * The index of the boundaries added so far.
   *
   * @return an immutable index
   */
  public CidrIndex build() {
    return new CidrIndex(ipv4, ipv6);
  }
}
