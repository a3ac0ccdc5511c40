package io.egressrules;

/**
 * The machine code of why a decision is what it is. Codes are stable; new ones may be added, so
 * treat an unknown one by its decision's effect.
 *
 * @since 0.1
 */
public enum ReasonCode {
  /** The target is not admitted by the URL gate, or has a trait that the policy refuses. */
  TARGET_MALFORMED(0, Kind.TARGET),
  /** A header has a character that HTTP forbids (RFC 9110 sections 5.1 and 5.5). */
  HEADER_MALFORMED(0, Kind.TARGET),
  /** The method is not a token (RFC 9110 section 9.1), so that it may end the request line. */
  METHOD_MALFORMED(0, Kind.TARGET),
  /** The client's own view of the host, or a Host header, differs from the target. */
  HOST_VIEW_DIFFERS(0, Kind.TARGET),
  /** The host is a name of a cloud's metadata service. */
  METADATA_HOST(1, Kind.POLICY),
  /**
   * The address is guarded: unspecified, loopback, link-local, multicast, broadcast, or a cloud's
   * metadata or platform service.
   */
  ADDRESS_GUARDED(1, Kind.POLICY),
  /** The client was about to dial an address that was not vetted. */
  ADDRESS_NOT_VETTED(1, Kind.POLICY),
  /** A deny rule matches. */
  DENIED_BY_RULE(2, Kind.POLICY),
  /** The address is special-purpose and no admitting allow rule grants it. */
  ADDRESS_SPECIAL(3, Kind.POLICY),
  /** The admitting rule requires TLS. */
  CLEARTEXT_FORBIDDEN(4, Kind.POLICY),
  /** The admitting rule does not list the scheme. */
  SCHEME_FORBIDDEN(4, Kind.POLICY),
  /** The admitting rule does not list the port. */
  PORT_FORBIDDEN(4, Kind.POLICY),
  /** The admitting rule does not list the method. */
  METHOD_FORBIDDEN(4, Kind.POLICY),
  /** The admitting rule does not list the path, or the path is ambiguous. */
  PATH_FORBIDDEN(4, Kind.POLICY),
  /** An inspection found something that must not leave. */
  DLP_MATCH(4, Kind.POLICY),
  /** An allow rule admits the request and all its requirements are met. */
  ALLOWED_BY_RULE(5, Kind.POLICY),
  /** An allow rule may admit the request; its addresses decide. */
  ADDRESS_PENDING(5, Kind.POLICY),
  /** The request would be denied, but denials of its subject are reported only. */
  REPORT_ONLY(5, Kind.POLICY),
  /** No allow rule admits the request. */
  NO_RULE_MATCHED(6, Kind.POLICY),
  /** The rule that would have allowed the request has expired. */
  RULE_EXPIRED(6, Kind.POLICY),
  /** Some addresses of the answer are allowed and some denied; the cause says why. */
  ADDRESS_MIXED(6, Kind.POLICY),
  /** The name resolved to no address. */
  DNS_EMPTY(6, Kind.FAILURE),
  /** The name could not be resolved. */
  DNS_FAILED(6, Kind.FAILURE),
  /** The client cannot discharge an obligation of the decision. */
  OBLIGATION_UNMET(6, Kind.FAILURE),
  /** The rule requires inspection and no inspector offers its profile. */
  INSPECTION_UNAVAILABLE(6, Kind.FAILURE),
  /** The inspection failed, or the body could not be read. */
  INSPECTION_FAILED(6, Kind.FAILURE),
  /** The redirect is not followed: too many, or of a form that is refused. */
  REDIRECT_FORBIDDEN(6, Kind.POLICY),
  /** The client would use a proxy that the guard was not told of. */
  PROXY_FORBIDDEN(6, Kind.POLICY),
  /** Something failed inside the filter; nothing is known, so nothing is allowed. */
  INTERNAL_FAILURE(0, Kind.FAILURE);

  /**
   * Whether a policy was applied or could not be.
   *
   * @since 0.1
   */
  public enum Kind {
    /** The request itself is refused, whatever the policy says. */
    TARGET,
    /** The policy was applied. */
    POLICY,
    /** The policy could not be applied. */
    FAILURE
  }

  private final int level;
  private final Kind kind;

  ReasonCode(int level, Kind kind) {
    this.level = level;
    this.kind = kind;
  }

  /**
   * The precedence level of SEMANTICS.md section 3 at which the decision fell.
   *
   * @return 0 to 6; levels 0 and 1 are never report-only, and level 5 is where calls are allowed
   */
  public int level() {
    return level;
  }

  /**
   * Whether a policy was applied or could not be.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }
}
