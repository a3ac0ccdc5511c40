package io.egressrules.net;

import org.jspecify.annotations.Nullable;

/**
 * Where the parts of one URL stand in its text: the reusable result of {@link UrlGate#admits}.
 *
 * <p>One object serves any number of URLs, one after the other, on one thread at a time. Until a
 * URL has been admitted, and after one was refused, only {@link #refusal()} and {@link
 * #refusalOffset()} mean anything.
 *
 * @since 0.1
 */
public final class UrlParts implements TargetView {
  static final int REFUSED = -1;
  static final int ABSENT = -1;

  final AddressReader address = new AddressReader();
  final NameWords hostWords = new NameWords(DomainName.MAX_LENGTH);

  String text = "";
  Scheme scheme = Scheme.HTTPS;
  int hostStart;
  int hostEnd;
  boolean ipAddress;
  boolean ipv4;
  int port;
  int pathStart;
  int pathEnd;
  int queryStart;
  int queryEnd;
  boolean hostCanonical;
  boolean pathCanonical;
  boolean canonical;

  private int traits;
  private @Nullable GateRule refusal;
  private int refusalOffset;

  /** Makes an object for the gate to fill. */
  public UrlParts() {
    clear();
  }

  void clear() {
    traits = 0;
    ipAddress = false;
    queryStart = ABSENT;
    queryEnd = ABSENT;
    hostCanonical = true;
    pathCanonical = true;
    canonical = true;
    refusal = null;
    refusalOffset = ABSENT;
  }

  /** Notes why the text is refused; returns {@link #REFUSED} for the caller to pass on. */
  int refuse(GateRule rule, int offset) {
    refusal = rule;
    refusalOffset = offset;
    return REFUSED;
  }

  void add(TargetTrait trait) {
    traits |= trait.bit();
  }

  void rewriteText() {
    canonical = false;
  }

  void rewriteHost() {
    hostCanonical = false;
    canonical = false;
  }

  void rewritePath() {
    pathCanonical = false;
    canonical = false;
  }

  MalformedException malformed() {
    if (refusal == null) {
      throw new IllegalStateException("the text was admitted");
    }
    return new MalformedException(refusal, refusalOffset);
  }

  /** The host, built from the text that was admitted. */
  Host host(String text) {
    if (!ipAddress) {
      return DomainName.ofAdmitted(text, hostStart, hostEnd);
    }
    return ipv4 ? IpAddress.ofIpv4((int) address.low) : IpAddress.ofIpv6(address.high, address.low);
  }

  /**
   * The text that was read last. It may hold secrets.
   *
   * @return the text as it was given; empty before the first
   */
  @Override
  public String text() {
    return text;
  }

  /**
   * Whether these parts are a target as they stand, so that rules may be asked about them.
   *
   * @return true if the host is a name, and name and path are there and canonical; if false, build
   *     the {@link Target}
   */
  public boolean isTarget() {
    return refusal == null && !ipAddress && hostCanonical && pathCanonical && hasPath();
  }

  /**
   * Why the text was refused.
   *
   * @return the rule it broke, or null if it was admitted
   */
  public @Nullable GateRule refusal() {
    return refusal;
  }

  /**
   * Where the text was refused.
   *
   * @return an index, as {@link MalformedException#offset()}, or -1 if it was admitted
   */
  public int refusalOffset() {
    return refusalOffset;
  }

  /**
   * The scheme.
   *
   * @return the scheme, in whatever letter case the text had it
   */
  @Override
  public Scheme scheme() {
    return scheme;
  }

  /**
   * Where the host starts: its first letter or digit, or the bracket of an IPv6 address.
   *
   * @return an index of the text
   */
  @Override
  public int hostStart() {
    return hostStart;
  }

  /**
   * Where the host ends, without a trailing dot.
   *
   * @return the index behind it
   */
  @Override
  public int hostEnd() {
    return hostEnd;
  }

  @Override
  public NameWords hostWords() {
    return hostWords;
  }

  /**
   * Whether the host is written as an IP address.
   *
   * @return false if it is a name
   */
  @Override
  public boolean isIpAddress() {
    return ipAddress;
  }

  /**
   * The family of the address.
   *
   * @return true for IPv4; meaningless if the host is a name
   */
  public boolean isIpv4() {
    return ipv4;
  }

  /**
   * The first 64 bits of the address, as {@link IpAddress#high()}.
   *
   * @return the bits; meaningless if the host is a name
   */
  public long high() {
    return address.high;
  }

  /**
   * The last bits of the address, as {@link IpAddress#low()}.
   *
   * @return the bits; meaningless if the host is a name
   */
  public long low() {
    return address.low;
  }

  /**
   * The port the call goes to.
   *
   * @return the port written, else the scheme's default
   */
  @Override
  public int port() {
    return port;
  }

  /**
   * Where the path starts.
   *
   * @return the index of its first slash; equal to {@link #pathEnd()} when the text has no path,
   *     which means {@code /}
   */
  @Override
  public int pathStart() {
    return pathStart;
  }

  /**
   * Where the path ends.
   *
   * @return the index behind it
   */
  @Override
  public int pathEnd() {
    return pathEnd;
  }

  /**
   * Where the query starts.
   *
   * @return the index behind the question mark, or -1 if there is no query
   */
  public int queryStart() {
    return queryStart;
  }

  /**
   * Where the query ends.
   *
   * @return the index behind it, or -1 if there is no query
   */
  public int queryEnd() {
    return queryEnd;
  }

  /**
   * What a policy may want to refuse; complete only if {@link #isPathCanonical()}.
   *
   * @return a set of {@link TargetTrait#bit()}s
   */
  @Override
  public int traits() {
    return traits;
  }

  /**
   * Whether the host stands in the text in canonical form.
   *
   * @return true if it needs no folding of letter case; always false for an IPv6 address
   */
  public boolean isHostCanonical() {
    return hostCanonical;
  }

  /**
   * Whether the path stands in the text in canonical form.
   *
   * @return true if it may be matched as it stands; if false, build the {@link Target}
   */
  public boolean isPathCanonical() {
    return pathCanonical;
  }

  /**
   * Whether the whole text is the canonical URL, as {@link Target#url()} would return it.
   *
   * @return true only if it is; never true for an IPv6 address
   */
  public boolean isCanonical() {
    return canonical;
  }
}
