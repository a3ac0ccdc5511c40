package io.egressrules;

/**
 * How much is known of a request when it is decided.
 *
 * @since 0.1
 */
public enum Phase {
  /** Before any name is resolved. */
  REQUEST,
  /** The addresses about to be dialled are known. */
  CONNECT,
  /** The body has been inspected. */
  BODY
}
