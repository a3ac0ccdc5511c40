package io.egressrules;

import java.io.Serializable;

/**
 * What is serialized of a denying decision: enough to tell what kind of denial it was, and nothing
 * that could be read back as leave to call.
 *
 * @param phase how much was known
 * @param code why
 * @param policyId the content hash of the policy that decided
 */
record DenialInBrief(Phase phase, ReasonCode code, String policyId) implements Serializable {

  static DenialInBrief of(Decision decision) {
    if (decision.isAllowed()) {
      throw new IllegalArgumentException("the decision allows; only a denial can be thrown");
    }
    return new DenialInBrief(decision.phase(), decision.reason().code(), decision.policyId());
  }

  Decision decision() {
    return Decision.deny(phase, Reason.of(code), policyId);
  }
}
