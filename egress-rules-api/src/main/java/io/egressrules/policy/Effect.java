package io.egressrules.policy;

/**
 * What a rule, and in the end a decision, does with a request.
 *
 * @since 0.1
 */
public enum Effect {
  /** The call may be made, provided that every obligation of the decision is discharged. */
  ALLOW,
  /** The call must not be made. */
  DENY
}
