package io.egressrules.engine.enforce;

import io.egressrules.Decision;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How obligations are discharged; what cannot be is a denial. */
final class Discharge {
  private final ClientAbilities abilities;
  private final Inspectors inspectors;
  private final int hold;

  Discharge(ClientAbilities abilities, Inspectors inspectors, int hold) {
    this.abilities = abilities;
    this.inspectors = inspectors;
    this.hold = hold;
  }

  /** Denies what cannot be discharged, before anything is done for it. */
  void require(PinnedFilter filter, EgressRequest request, Decision decision)
      throws EgressDeniedException {
    for (Obligation obligation : decision.obligations()) {
      if (!abilities.discharges(obligation)) {
        throw filter.denial(request, ReasonCode.OBLIGATION_UNMET);
      }
      if (obligation instanceof Obligation.RequireTls && !isEncrypted(request)) {
        throw filter.denial(request, ReasonCode.CLEARTEXT_FORBIDDEN);
      }
    }
    if (!offered(profiles(decision))) {
      throw filter.denial(request, ReasonCode.INSPECTION_UNAVAILABLE);
    }
  }

  private static boolean isEncrypted(EgressRequest request) {
    Target target = request.target();
    return target != null && target.scheme().isEncrypted();
  }

  private boolean offered(Set<String> profiles) {
    try {
      return inspectors.offer(profiles);
    } catch (Throwable failure) {
      return false;
    }
  }

  private static Set<String> profiles(Decision decision) {
    Set<String> profiles = new HashSet<>();
    for (Obligation obligation : decision.obligations()) {
      if (obligation instanceof Obligation.Inspect inspect) {
        profiles.addAll(inspect.profiles());
      }
    }
    return profiles;
  }

  /** The addresses that every obligation to connect to some only leaves. */
  static List<IpAddress> connectOnlyTo(Decision decision, List<IpAddress> addresses) {
    List<IpAddress> left = new ArrayList<>(addresses);
    for (Obligation obligation : decision.obligations()) {
      if (obligation instanceof Obligation.ConnectOnlyTo only) {
        left.retainAll(only.addresses());
      }
    }
    return left;
  }

  /** Inspects host, URL and header fields before the host's name leaves in a query to DNS. */
  void inspectHead(PinnedFilter filter, EgressRequest request, Decision decision)
      throws EgressDeniedException {
    if (!profiles(decision).isEmpty()) {
      gate(filter, request, decision, decision).close();
    }
  }

  /**
   * The gate that the body of a request passes through: by what either decision obliges to, so that
   * no answer of DNS takes an inspection away.
   */
  BodyGate gate(PinnedFilter filter, EgressRequest request, Decision admitted, Decision decision)
      throws EgressDeniedException {
    Set<String> profiles = profiles(admitted);
    profiles.addAll(profiles(decision));
    BodyGate gate = new BodyGate(filter, request, decision, begin(filter, request, profiles), hold);
    gate.begin();
    return gate;
  }

  private InspectionChain begin(PinnedFilter filter, EgressRequest request, Set<String> profiles)
      throws EgressDeniedException {
    try {
      return inspectors.begin(request, profiles);
    } catch (Throwable failure) {
      throw filter.denial(request, ReasonCode.INSPECTION_FAILED);
    }
  }
}
