package io.egressrules.policy;

/** What a rule, and in the end a decision, does with a request. */
public enum Effect {
  /** The call may be made, provided that every obligation of the decision is discharged. */
  ALLOW,
  /** The call must not be made. */
  DENY
}
