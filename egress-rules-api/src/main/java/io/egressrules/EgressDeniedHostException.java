package io.egressrules;

import java.net.UnknownHostException;
import java.util.Objects;

/**
 * Thrown in place of {@link EgressDeniedException} where a client library lets a name resolver
 * throw nothing but {@link UnknownHostException}.
 */
public final class EgressDeniedHostException extends UnknownHostException implements EgressDenial {
  private static final long serialVersionUID = 1L;

  private final transient Decision decision;

  /**
   * An exception for a denied call.
   *
   * @param decision the denying decision
   * @param message what to tell the service's owners
   */
  public EgressDeniedHostException(Decision decision, String message) {
    super(message);
    this.decision = Objects.requireNonNull(decision);
  }

  @Override
  public Decision decision() {
    return decision;
  }
}
