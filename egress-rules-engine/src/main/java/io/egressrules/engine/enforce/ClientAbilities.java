package io.egressrules.engine.enforce;

import io.egressrules.Capability;
import io.egressrules.Obligation;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a client's adapter can enforce. A decision that obliges to more is a denial for this client.
 *
 * <p>{@link Capability#ADDRESSES} discharges the obligations to check addresses and to connect to
 * none but those that were vetted; {@link Capability#BODY} the one to inspect. The one to require
 * TLS is discharged by every client: a scheme in the clear is denied, and whoever connects by an
 * encrypted one verifies the host's certificate.
 *
 * @param client the client's name, for messages
 * @param capabilities what a policy may need of the client
 * @param further kinds of obligation that the adapter discharges beside those that the api lists
 */
public record ClientAbilities(
    String client, Set<Capability> capabilities, Set<Class<? extends Obligation.Further>> further) {

  /**
   * What a client's adapter can enforce.
   *
   * @param client the client's name, for messages
   * @param capabilities what a policy may need of the client
   * @param further kinds of obligation that the adapter discharges beside those that the api lists
   */
  public ClientAbilities {
    Objects.requireNonNull(client);
    capabilities = Set.copyOf(capabilities);
    further = Set.copyOf(further);
  }

  /**
   * An adapter that discharges the obligations of its capabilities and no others.
   *
   * @param client the client's name, for messages
   * @param capabilities what a policy may need of the client
   * @return the abilities
   */
  public static ClientAbilities of(String client, Set<Capability> capabilities) {
    return new ClientAbilities(client, capabilities, Set.of());
  }

  ClientAbilities without(Capability capability) {
    Set<Capability> left = EnumSet.noneOf(Capability.class);
    left.addAll(capabilities);
    left.remove(capability);
    return new ClientAbilities(client, left, further);
  }

  boolean can(Capability capability) {
    return capabilities.contains(capability);
  }

  boolean discharges(Obligation obligation) {
    if (obligation instanceof Obligation.Further) {
      return further.stream().anyMatch(kind -> kind.isInstance(obligation));
    }
    if (obligation instanceof Obligation.Inspect) {
      return can(Capability.BODY);
    }
    return obligation instanceof Obligation.RequireTls || can(Capability.ADDRESSES);
  }

  /** What is needed and cannot be done. */
  Set<Capability> lacks(Set<Capability> needs) {
    Set<Capability> gaps = EnumSet.noneOf(Capability.class);
    gaps.addAll(needs);
    gaps.removeAll(capabilities);
    return gaps;
  }
}
