package io.egressrules;

import java.util.List;
import java.util.Set;

/** Denies everything, with nothing but what an interface gives. */
final class DenyingFilter implements EgressFilter {
  @Override
  public Decision decide(EgressCall call) {
    return Decision.deny(call.phase(), Reason.of(ReasonCode.NO_RULE_MATCHED), policyId());
  }

  @Override
  public Explanation explain(EgressRequest request) {
    return new Explanation(decide(request), List.of(), null, null);
  }

  @Override
  public String policyId() {
    return "denying";
  }

  @Override
  public Set<Capability> needs() {
    return Set.of(Capability.REQUEST);
  }
}
