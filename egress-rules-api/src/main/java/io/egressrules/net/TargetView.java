package io.egressrules.net;

/**
 * A target where it stands in a text: what rules are asked about, without a copy of any part.
 *
 * <p>A {@link Target} is one for ever. {@link UrlParts} are one until they are filled anew, and
 * only if {@link UrlParts#isTarget()}.
 *
 * @since 0.1
 */
public interface TargetView {

  /**
   * The text that host and path stand in. It may hold secrets.
   *
   * @return a URL, or an origin where no path is known
   */
  String text();

  /**
   * The scheme.
   *
   * @return the scheme
   */
  Scheme scheme();

  /**
   * The port the call goes to.
   *
   * @return 1 to 65535
   */
  int port();

  /**
   * What was recorded about the text for a policy to refuse.
   *
   * @return a set of {@link TargetTrait#bit()}s
   */
  int traits();

  /**
   * Whether the host is an IP address.
   *
   * @return false if it is a name
   */
  boolean isIpAddress();

  /**
   * Where the host starts.
   *
   * @return an index of {@link #text()}
   */
  int hostStart();

  /**
   * Where the host ends.
   *
   * @return the index behind it
   */
  int hostEnd();

  /**
   * The host's name in the form in which it is looked up.
   *
   * @return its words; they mean nothing if the host is an IP address
   */
  NameWords hostWords();

  /**
   * Where the canonical path starts.
   *
   * @return the index of its first slash, or {@link #pathEnd()} where no path is known
   */
  int pathStart();

  /**
   * Where the path ends.
   *
   * @return the index behind it
   */
  int pathEnd();

  /**
   * Whether the path is known.
   *
   * @return false for a target made from an authority, where a rule about paths cannot be answered
   */
  default boolean hasPath() {
    return pathStart() < pathEnd();
  }

  /**
   * Whether a server may read the path as another one than is written. A rule that allows by path
   * must then not match, and a rule that denies by path must.
   *
   * @return true if one of the {@link #traits()} says so
   */
  default boolean hasAmbiguousPath() {
    return TargetTrait.leavePathAmbiguous(traits());
  }
}
