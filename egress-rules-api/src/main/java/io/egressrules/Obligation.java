package io.egressrules;

import io.egressrules.net.IpAddress;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that must be discharged, or the call is denied (XACML 3.0 section 7.18).
 *
 * <p>Kinds that are added in later versions implement {@link Further} first, so that a {@code
 * switch} over the kinds stays complete. A caller that does not know a kind MUST deny the call.
 *
 * @since 0.1
 */
public sealed interface Obligation
    permits Obligation.CheckAddresses,
        Obligation.ConnectOnlyTo,
        Obligation.RequireTls,
        Obligation.Inspect,
        Obligation.Further {

  /**
   * Resolve the host, state the addresses, decide again, and connect to none but those.
   *
   * @since 0.1
   */
  record CheckAddresses() implements Obligation {
    /** The one value. */
    public static final CheckAddresses INSTANCE = new CheckAddresses();
  }

  /**
   * Connect to none but these of the stated addresses.
   *
   * @param addresses the vetted addresses, never empty, in the order in which they were stated
   * @since 0.1
   */
  record ConnectOnlyTo(List<IpAddress> addresses) implements Obligation {
    /**
     * Connect to none but these of the stated addresses.
     *
     * @param addresses the vetted addresses
     * @throws IllegalArgumentException if there is none
     */
    public ConnectOnlyTo {
      addresses = List.copyOf(addresses);
      if (addresses.isEmpty()) {
        throw new IllegalArgumentException("no address is vetted; deny the call instead");
      }
    }
  }

  /**
   * Encrypt the connection with TLS, and verify the host's certificate.
   *
   * @since 0.1
   */
  record RequireTls() implements Obligation {
    /** The one value. */
    public static final RequireTls INSTANCE = new RequireTls();
  }

  /**
   * Pass what is sent through inspection before it leaves.
   *
   * @param profiles the inspection profiles to apply, never empty
   * @since 0.1
   */
  record Inspect(Set<String> profiles) implements Obligation {
    /**
     * Pass what is sent through inspection before it leaves.
     *
     * @param profiles the inspection profiles to apply; their order is kept
     * @throws IllegalArgumentException if there is none
     */
    public Inspect {
      if (profiles.isEmpty()) {
        throw new IllegalArgumentException(
            "an inspection needs a profile; leave the obligation out");
      }
      profiles = Collections.unmodifiableSet(new LinkedHashSet<>(List.copyOf(profiles)));
    }
  }

  /**
   * A kind of obligation that this version of the interface does not list.
   *
   * @since 0.1
   */
  non-sealed interface Further extends Obligation {}
}
