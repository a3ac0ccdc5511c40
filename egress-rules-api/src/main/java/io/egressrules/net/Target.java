package io.egressrules.net;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes: scheme, host, effective port, path and query, all canonical.
 *
 * <p>What is matched is what is sent: {@link #url()} is built from the parts a policy sees and from
 * nothing else. The path is in the form of RFC 3986 section 6.2.2 with its dot segments resolved;
 * empty segments stay. The query is opaque and kept as written. Fragment and user information never
 * get in.
 *
 * <p>Two targets are equal when they are sent alike and carry the same traits, because how the text
 * was written may matter to a policy. Hence {@code parse(t.url())} has the URL of {@code t}, but
 * not always its traits.
 *
 * <p>{@link #toString()} leaves out path and query: both may hold secrets.
 *
 * @since 0.1
 */
public final class Target implements TargetView {
  private final Scheme scheme;
  private final Host host;
  private final int port;
  private final String path;
  private final @Nullable String query;
  private final int traits;
  private final String url;
  private final int hostEnd;
  private final NameWords hostWords;

  private Target(UrlParts parts, Host host, String path, @Nullable String query, int traits) {
    this.scheme = parts.scheme;
    this.host = host;
    this.port = parts.port;
    this.path = path;
    this.query = query;
    this.traits = traits;
    this.url =
        parts.isCanonical() && !parts.text().isEmpty()
            ? parts.text()
            : origin() + path + (query == null ? "" : "?" + query);
    this.hostWords = host instanceof DomainName name ? NameWords.of(name.value()) : NameWords.NONE;
    this.hostEnd = hostStart() + host.toUriString().length();
  }

  /**
   * Reads a URL through the gate.
   *
   * @param url an absolute URL
   * @return its target
   * @throws MalformedException if the gate refuses the URL; the message does not quote it
   */
  public static Target parse(String url) {
    UrlParts parts = new UrlParts();
    if (!UrlGate.admits(url, parts)) {
      throw parts.malformed();
    }
    return of(parts, parts.host(url), url);
  }

  /**
   * The target of a URI; other characters than ASCII in its path or query are percent-encoded as
   * UTF-8.
   *
   * @param uri an absolute URI
   * @return its target
   * @throws MalformedException if the gate refuses the URI; the message does not quote it
   */
  public static Target of(URI uri) {
    return parse(uri.toASCIIString());
  }

  /**
   * The target of parts that a client has parsed already.
   *
   * @param scheme the scheme
   * @param host the host
   * @param port the effective port, 1 to 65535
   * @param pathAndQuery the path and, behind a question mark, the query, both as the client would
   *     send them; a path starts with a slash, and none means {@code /}
   * @return the target
   * @throws MalformedException if port, path or query break a rule; the message does not quote them
   */
  public static Target of(Scheme scheme, Host host, int port, String pathAndQuery) {
    UrlParts parts = new UrlParts();
    if (port < 1 || port > 65_535) {
      throw new MalformedException(GateRule.PORT, 0);
    }
    if (pathAndQuery.length() > UrlGate.MAX_LENGTH) {
      throw new MalformedException(GateRule.URL_LENGTH, UrlGate.MAX_LENGTH);
    }
    if (!pathAndQuery.isEmpty() && pathAndQuery.charAt(0) != '/' && pathAndQuery.charAt(0) != '?') {
      throw new MalformedException(GateRule.PATH, 0);
    }
    parts.scheme = scheme;
    parts.port = port;
    if (!PathScan.scan(pathAndQuery, 0, parts)) {
      throw parts.malformed();
    }
    if (host instanceof DomainName name && name.hasUnderscore()) {
      parts.add(TargetTrait.UNDERSCORE);
    }
    return of(parts, host, pathAndQuery);
  }

  /**
   * The target of an authority, for a proxy's CONNECT (RFC 9110 section 9.3.6) or a socket, of
   * which no path is known.
   *
   * @param scheme the scheme spoken over the connection
   * @param authority {@code host:port}, an IPv6 address in brackets, without user information
   * @return the target, without a path
   * @throws MalformedException if the gate refuses the authority; the message does not quote it
   */
  public static Target ofAuthority(Scheme scheme, String authority) {
    UrlParts parts = new UrlParts();
    parts.scheme = scheme;
    int end = AuthorityScan.hostAndPort(authority, 0, parts);
    if (end == UrlParts.REFUSED) {
      throw parts.malformed();
    }
    if (end < authority.length() || authority.indexOf(':', parts.hostEnd) < 0) {
      throw new MalformedException(GateRule.PORT, end);
    }
    return new Target(parts, parts.host(authority), "", null, parts.traits());
  }

  /** Path and query are where {@code parts} say they are in {@code text}. */
  private static Target of(UrlParts parts, Host host, String text) {
    String path = text.substring(parts.pathStart, parts.pathEnd);
    int traits = parts.traits();
    if (path.isEmpty() || !parts.pathCanonical) {
      path = CanonicalPath.of(text, parts.pathStart, parts.pathEnd);
      traits |= traitsOf(path);
    }
    String query =
        parts.queryStart == UrlParts.ABSENT
            ? null
            : text.substring(parts.queryStart, parts.queryEnd);
    Target target = new Target(parts, host, path, query, traits);
    if (target.url.length() > UrlGate.MAX_LENGTH) {
      throw new MalformedException(GateRule.URL_LENGTH, parts.pathStart);
    }
    return target;
  }

  /** Unescaping may join what was written apart, as {@code %25%32%66} to {@code %252f}. */
  private static int traitsOf(String canonicalPath) {
    UrlParts parts = new UrlParts();
    PathScan.scan(canonicalPath, 0, parts);
    return parts.traits();
  }

  @Override
  public Scheme scheme() {
    return scheme;
  }

  /**
   * The host.
   *
   * @return a name or an address
   */
  public Host host() {
    return host;
  }

  /**
   * The port the call goes to.
   *
   * @return 1 to 65535, the scheme's default if the URL named none
   */
  @Override
  public int port() {
    return port;
  }

  /**
   * The canonical path, exactly as {@link #url()} holds it.
   *
   * @return text that starts with a slash, or an empty text if no path is known
   */
  public String path() {
    return path;
  }

  /**
   * The query as written.
   *
   * @return text without the question mark, maybe empty, or null if there is none
   */
  public @Nullable String query() {
    return query;
  }

  @Override
  public int traits() {
    return traits;
  }

  /** As {@link #url()}. */
  @Override
  public String text() {
    return url;
  }

  @Override
  public boolean isIpAddress() {
    return host instanceof IpAddress;
  }

  @Override
  public int hostStart() {
    return scheme.text().length() + "://".length();
  }

  @Override
  public int hostEnd() {
    return hostEnd;
  }

  @Override
  public NameWords hostWords() {
    return hostWords;
  }

  @Override
  public int pathStart() {
    return pathEnd() - path.length();
  }

  @Override
  public int pathEnd() {
    return query == null ? url.length() : url.length() - query.length() - 1;
  }

  /**
   * The URL to be sent: canonical, without the scheme's default port, user information or fragment.
   * It may hold secrets.
   *
   * @return a URL of at most {@link UrlGate#MAX_LENGTH} characters that the gate admits
   */
  public String url() {
    return url;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Target target && url.equals(target.url) && traits == target.traits;
  }

  @Override
  public int hashCode() {
    return Objects.hash(url, traits);
  }

  private String origin() {
    String origin = scheme.text() + "://" + host.toUriString();
    return port == scheme.defaultPort() ? origin : origin + ":" + port;
  }

  /** Scheme, host and port, the last unless it is the default; never path or query. */
  @Override
  public String toString() {
    return origin();
  }
}
