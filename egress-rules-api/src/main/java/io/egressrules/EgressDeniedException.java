package io.egressrules;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown to the code that makes a call when the call is denied. Retrying the same call will not
 * help.
 *
 * <p>The message is for the people who own the service: it names the destination's host, the code,
 * the rule and what to change, and never the path, query, headers or body.
 *
 * <p>After deserialization the decision holds effect, phase, reason code and policy id, and the
 * rest stands in the message only.
 *
 * @since 0.1
 */
public final class EgressDeniedException extends IOException implements EgressDenial {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Decision decision;

  /** What is known of the decision after deserialization. */
  private final DenialInBrief brief;

  /**
   * An exception for a denied call.
   *
   * @param decision the denying decision
   * @param message what to tell the service's owners
   * @throws IllegalArgumentException if the decision allows
   */
  public EgressDeniedException(Decision decision, String message) {
    super(Objects.requireNonNull(message));
    this.decision = decision;
    this.brief = DenialInBrief.of(decision);
  }

  @Override
  public Decision decision() {
    return decision == null ? brief.decision() : decision;
  }
}
