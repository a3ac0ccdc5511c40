package io.egressrules.spi;

import io.egressrules.Decision;
import io.egressrules.EgressRequest;

/**
 * Is told of every decision that a guard acts on: for audit, metrics and logs. Safe for use by
 * several threads.
 *
 * <p>A listener cannot change a decision: whatever it throws is dropped. It runs on the thread that
 * makes the call, so it MUST NOT block. The request's target, headers and body may hold secrets.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DecisionListener {

  /**
   * Is told of a decision.
   *
   * @param request what was decided
   * @param decision the decision
   */
  void decided(EgressRequest request, Decision decision);
}
