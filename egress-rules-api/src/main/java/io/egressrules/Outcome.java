package io.egressrules;

import io.egressrules.policy.Effect;
import java.util.Objects;

/**
 * An effect and its reason.
 *
 * @param effect allow or deny
 * @param reason why
 * @since 0.1
 */
public record Outcome(Effect effect, Reason reason) {
  /**
   * An effect and its reason.
   *
   * @param effect allow or deny
   * @param reason why
   */
  public Outcome {
    Objects.requireNonNull(effect);
    Objects.requireNonNull(reason);
  }
}
