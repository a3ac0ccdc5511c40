package io.egressrules.engine.enforce;

import io.egressrules.Decision;
import io.egressrules.EgressRequest;
import io.egressrules.net.IpAddress;
import java.net.InetAddress;
import java.util.List;

/**
 * The addresses that a call may dial, in order of preference: the second step of the sequence.
 * Immutable.
 *
 * <p>Through a declared proxy these are the proxy's, and the target's are known to nobody here.
 */
public final class Vetted {
  private final Admission admission;
  private final EgressRequest request;
  private final Decision decision;
  private final List<IpAddress> addresses;

  Vetted(Admission admission, EgressRequest request, Decision decision, List<IpAddress> addresses) {
    this.admission = admission;
    this.request = request;
    this.decision = decision;
    this.addresses = List.copyOf(addresses);
  }

  EgressRequest request() {
    return request;
  }

  /**
   * The step before.
   *
   * @return the admission
   */
  public Admission admission() {
    return admission;
  }

  /**
   * The decision on the addresses.
   *
   * @return an allowing decision of phase CONNECT; through a proxy that of phase REQUEST
   */
  public Decision decision() {
    return decision;
  }

  /**
   * The addresses that may be dialled.
   *
   * @return the addresses, never empty
   */
  public List<IpAddress> addresses() {
    return addresses;
  }

  /**
   * The port that may be dialled.
   *
   * @return the target's or, through a proxy, the proxy's port
   */
  public int port() {
    return admission.dialledPort();
  }

  /**
   * The addresses as the JDK holds them, with the name they were resolved from, so that nothing is
   * looked up again.
   *
   * @return the addresses, never empty
   */
  public List<InetAddress> toInetAddresses() {
    String name = admission.dialledHost().toString();
    return addresses.stream().map(address -> address.toInetAddress(name)).toList();
  }

  /** Whether an address may be dialled; an IPv4-mapped address is the IPv4 address it maps. */
  boolean admits(IpAddress address) {
    IpAddress dialled = address.unmapped();
    return addresses.stream().anyMatch(vetted -> vetted.unmapped().equals(dialled));
  }

  /** The request and the number of addresses. */
  @Override
  public String toString() {
    return request + " by " + addresses.size() + " addresses";
  }
}
