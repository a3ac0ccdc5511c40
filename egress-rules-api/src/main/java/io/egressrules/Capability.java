package io.egressrules;

/**
 * Something a client must be able to do for a policy to be enforced on it.
 *
 * @since 0.1
 */
public enum Capability {
  /** Asks before a request is sent, with its URL and method. */
  REQUEST,
  /** Connects to the vetted addresses and to none else. */
  ADDRESSES,
  /** Asks again for every redirect before following it. */
  REDIRECTS,
  /** Passes the body through inspection before it leaves. */
  BODY
}
