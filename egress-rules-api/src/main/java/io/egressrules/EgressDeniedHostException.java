package io.egressrules;

import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown in place of {@link EgressDeniedException} where a client library lets a name resolver
 * throw nothing but {@link UnknownHostException}.
 *
 * <p>After deserialization the decision is in brief, as that of {@link EgressDeniedException}.
 *
 * @since 0.1
 */
public final class EgressDeniedHostException extends UnknownHostException implements EgressDenial {
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
  public EgressDeniedHostException(Decision decision, String message) {
    super(Objects.requireNonNull(message));
    this.decision = decision;
    this.brief = DenialInBrief.of(decision);
  }

  @Override
  public Decision decision() {
    return decision == null ? brief.decision() : decision;
  }
}
