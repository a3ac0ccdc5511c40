package io.egressrules.policy;

import io.egressrules.net.Cidr;
import java.util.List;
import java.util.Objects;

/**
 * How a policy judges the addresses that a name resolves to.
 *
 * @param mixedAnswers what happens when some addresses of an answer are denied
 * @param nat64Prefixes the operator's own NAT64 prefixes (RFC 6052: lengths 32, 40, 48, 56, 64,
 *     96), unwrapped like 64:ff9b::/96
 * @param nat64JudgedInside whether a NAT64 address with a public inner address is judged by the
 *     inner address alone; otherwise it is special-purpose
 * @since 0.1
 */
public record AddressOptions(
    MixedAnswers mixedAnswers, List<Cidr> nat64Prefixes, boolean nat64JudgedInside) {

  /** Mixed answers are denied, and only the well-known NAT64 prefixes are unwrapped. */
  public static final AddressOptions STRICT =
      new AddressOptions(MixedAnswers.DENY, List.of(), false);

  /**
   * What happens when some addresses of an answer are denied.
   *
   * @since 0.1
   */
  public enum MixedAnswers {
    /** The whole answer is denied. */
    DENY,
    /** The denied addresses are left out, unless one is guarded. */
    FILTER
  }

  /**
   * How a policy judges the addresses that a name resolves to.
   *
   * @param mixedAnswers what happens when some addresses of an answer are denied
   * @param nat64Prefixes the operator's own NAT64 prefixes
   * @param nat64JudgedInside whether a NAT64 address with a public inner address is judged by the
   *     inner address alone
   */
  public AddressOptions {
    Objects.requireNonNull(mixedAnswers);
    nat64Prefixes = List.copyOf(nat64Prefixes);
  }
}
