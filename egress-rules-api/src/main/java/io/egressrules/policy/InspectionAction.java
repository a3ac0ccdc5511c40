package io.egressrules.policy;

/**
 * What is done about a finding, from mildest to strictest.
 *
 * @since 0.1
 */
public enum InspectionAction {
  /** It is reported and nothing else. */
  REPORT,
  /** It is replaced before it leaves. */
  REDACT,
  /** The call is denied. */
  DENY
}
