package io.egressrules.policy;

/**
 * What stands in what is sent where a value was redacted, from what tells most to what tells least.
 *
 * @since 0.1
 */
public enum Redaction {
  /** Each letter and digit but the last four becomes {@code *}; the length and separators stay. */
  LAST_FOUR,
  /** A keyed hash of the value: equal values stay equal, and nobody without the key knows them. */
  TOKEN,
  /** The name of the detector in brackets, as {@code [payment-card]}. */
  MASK,
  /** Nothing. */
  DROP
}
