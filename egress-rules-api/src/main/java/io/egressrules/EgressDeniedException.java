package io.egressrules;

import java.io.IOException;
import java.util.Objects;

/**
 * Thrown to the code that makes a call when the call is denied. Retrying the same call will not
 * help.
 *
 * <p>The message is for the people who own the service: it names the destination's host, the code,
 * the rule and what to change, and never the path, query, headers or body.
 */
public final class EgressDeniedException extends IOException implements EgressDenial {
  private static final long serialVersionUID = 1L;

  private final transient Decision decision;

  /**
   * An exception for a denied call.
   *
   * @param decision the denying decision
   * @param message what to tell the service's owners
   */
  public EgressDeniedException(Decision decision, String message) {
    super(message);
    this.decision = Objects.requireNonNull(decision);
  }

  @Override
  public Decision decision() {
    return decision;
  }
}
