package io.egressrules.net;

/**
 * How freely a policy may allow an address; later tiers are stricter.
 *
 * @since 0.1
 */
public enum AddressTier {
  /** A public address, which any rule may allow. */
  GLOBAL,
  /** An address of special purpose, allowed only by a rule that names its block. */
  SPECIAL,
  /** An address no rule may allow, loopback being the one exception a policy can make. */
  GUARDED
}
