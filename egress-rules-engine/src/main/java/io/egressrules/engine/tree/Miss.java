package io.egressrules.engine.tree;

import io.egressrules.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule does not match: the first of its conditions that does not hold. The constants are in
 * the order of checking, requirements in that of SEMANTICS.md section 4.
 */
public enum Miss {
  /** It matches. */
  NONE(null, null),
  /** It matches if its CIDRs do, and no address is known. */
  PENDING("cidrs", null),
  /** The subject is not listed. */
  SUBJECTS("subjects", null),
  /** A label is not stated or has another value. */
  LABELS("labels", null),
  /** The host is not a name. */
  ANY_HOST("any-host", null),
  /** No host pattern matches. */
  HOSTS("hosts", null),
  /** The address is in no CIDR. */
  CIDRS("cidrs", null),
  /** The address is special-purpose and not granted. */
  GRANT("grant", ReasonCode.ADDRESS_SPECIAL),
  /** The connection is not encrypted. */
  TLS("require", ReasonCode.CLEARTEXT_FORBIDDEN),
  /** The scheme is not listed. */
  SCHEMES("schemes", ReasonCode.SCHEME_FORBIDDEN),
  /** The port is not listed. */
  PORTS("ports", ReasonCode.PORT_FORBIDDEN),
  /** The method is not listed. */
  METHODS("methods", ReasonCode.METHOD_FORBIDDEN),
  /** The path is not listed, or ambiguous. */
  PATHS("paths", ReasonCode.PATH_FORBIDDEN),
  /** An exception holds. */
  EXCEPT("except", null);

  private final @Nullable String key;
  private final @Nullable ReasonCode code;

  Miss(@Nullable String key, @Nullable ReasonCode code) {
    this.key = key;
    this.code = code;
  }

  /** The policy-file key of the condition, or null when all hold. */
  @Nullable String key() {
    return key;
  }

  /** Whether nothing that is known stands against the rule. */
  boolean isNone() {
    return this == NONE || this == PENDING;
  }

  /** The code of a denial for this alone, or null when a rule that misses so does not admit. */
  @Nullable ReasonCode code() {
    return code;
  }
}
