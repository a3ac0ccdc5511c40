package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.GateRule;
import io.egressrules.net.TargetTrait;
import io.egressrules.net.TargetView;
import io.egressrules.policy.TargetOptions;
import org.jspecify.annotations.Nullable;

/** Level 0 of SEMANTICS.md section 3: requests that no policy can allow, whatever its rules. */
final class LevelZero {
  private final String policyId;
  private final int refusedTraits;

  LevelZero(String policyId, TargetOptions options) {
    this.policyId = policyId;
    int refused = 0;
    for (TargetTrait trait : TargetTrait.values()) {
      refused |= options.refuses(trait) ? trait.bit() : 0;
    }
    this.refusedTraits = refused;
  }

  /** The denial of a request that is malformed, or null when it is not; then it has a target. */
  @Nullable Verdict refuse(EgressCall call) {
    TargetView target = call.target();
    if (target == null) {
      return malformed(call.malformed());
    }
    if ((target.traits() & refusedTraits) != 0) {
      return refused(target.traits() & refusedTraits);
    }
    if (call.hasMalformedMethod()) {
      return deny(Reason.of(ReasonCode.METHOD_MALFORMED));
    }
    return call.headers().isMalformed() ? deny(Reason.of(ReasonCode.HEADER_MALFORMED)) : null;
  }

  private Verdict malformed(@Nullable GateRule rule) {
    Reason.Builder reason = Reason.builder(ReasonCode.TARGET_MALFORMED);
    return deny(rule == null ? reason.build() : reason.gateRule(rule).build());
  }

  private Verdict refused(int traits) {
    Reason.Builder reason = Reason.builder(ReasonCode.TARGET_MALFORMED);
    for (TargetTrait trait : TargetTrait.values()) {
      if (trait.in(traits)) {
        return deny(reason.trait(trait).build());
      }
    }
    return deny(reason.build());
  }

  private Verdict deny(Reason reason) {
    return Verdict.deny(policyId, reason);
  }
}
