package io.egressrules.engine.enforce;

import io.egressrules.BodyFacts;
import io.egressrules.Decision;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.net.IpAddress;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** The request as the client sends it. */
  EgressRequest sending(Headers headers, @Nullable BodyFacts body) {
    EgressRequest.Builder facts =
        EgressRequest.to(admission.target())
            .subject(request.subject())
            .labels(request.labels())
            .method(request.method())
            .headers(headers)
            .body(body == null ? BodyFacts.declared(0, null, null) : body);
    return request.addresses() == null
        ? facts.build()
        : facts.addresses(request.addresses()).build();
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
   * The host that the addresses are of.
   *
   * @return the target's or, through a proxy, the proxy's host, without brackets
   */
  public String host() {
    return admission.dialledHost().toString();
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
    return addresses.stream().map(address -> address.toInetAddress(host())).toList();
  }

  /**
   * Whether an address may be dialled; an IPv4-mapped address is the IPv4 address it maps.
   *
   * @param address an address that a client is about to dial
   * @return true if it was vetted
   */
  public boolean admits(InetAddress address) {
    IpAddress dialled = IpAddress.of(address).unmapped();
    return addresses.stream().anyMatch(vetted -> vetted.unmapped().equals(dialled));
  }

  /** The request and the number of addresses. */
  @Override
  public String toString() {
    return request + " by " + addresses.size() + " addresses";
  }
}
