package io.egressrules.engine.enforce;

import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressCall;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import java.util.List;
import java.util.Set;

/** A broken filter that allows whatever it is asked. */
final class AllowingFilter implements EgressFilter {
  @Override
  public Decision decide(EgressCall call) {
    return Decision.allow(
        call.phase(), Reason.of(ReasonCode.ALLOWED_BY_RULE), List.of(), List.of(), "broken");
  }

  @Override
  public Explanation explain(EgressRequest request) {
    throw new IllegalStateException();
  }

  @Override
  public String policyId() {
    return "broken";
  }

  @Override
  public Set<Capability> needs() {
    return Set.of(Capability.REQUEST);
  }
}
