package io.egressrules.policy;

/**
 * Whether a rule takes effect or only reports what it would have done.
 *
 * @since 0.1
 */
public enum Mode {
  /** The rule takes effect. */
  ENFORCE,
  /** The rule is absent from the effect; decisions carry what it would have changed. */
  REPORT_ONLY
}
