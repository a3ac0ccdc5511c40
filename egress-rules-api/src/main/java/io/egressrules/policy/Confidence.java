package io.egressrules.policy;

/**
 * How sure a detector is of a finding, from least to most.
 *
 * @since 0.1
 */
public enum Confidence {
  /** The form fits, and little else speaks for it. */
  POSSIBLE,
  /** The form is distinctive, or the context fits. */
  LIKELY,
  /** A checksum or an unmistakable form. */
  VERY_LIKELY
}
