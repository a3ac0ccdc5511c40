package io.egressrules.net;

/**
 * One way for text to fail the gate; the constant's name is a stable machine code.
 *
 * <p>The number in each description is that of the rule in the package description.
 *
 * @since 0.1
 */
public enum GateRule {
  /** The URL is longer than {@link UrlGate#MAX_LENGTH} (rule 1). */
  URL_LENGTH("url is longer than 8192 characters; send the data in the body"),
  /** A character is a space, a control character or not ASCII (rule 1). */
  CHARACTER(
      "character outside 0x21-0x7e; percent-encode it, and write a unicode host in its xn-- form"),
  /** There is a backslash, which some readers take for a slash (rule 1). */
  BACKSLASH("backslash; write `/`, or `%5C` where it is data"),
  /** The scheme is missing or not one of {@link Scheme} (rule 2). */
  SCHEME("scheme is not http, https, ws or wss; start with one of them and `://`"),
  /** {@code //} does not follow the scheme (rule 2). */
  SLASHES("`//` is missing after the scheme; write `scheme://host`"),
  /**
   * There is more than one {@code @}, or something but plain user information before it (rule 3).
   */
  USERINFO(
      "user information is not one plain `user:password@`; remove it and send credentials in a"
          + " header"),
  /** The port is empty, zero, too large, padded with zeros or not a number (rule 4). */
  PORT("port is not a number from 1 to 65535 without leading zeros; correct it"),
  /** There is no host (rule 5). */
  HOST_EMPTY("host is missing; write `scheme://host`"),
  /** The host is longer than {@link DomainName#MAX_LENGTH} (rule 5). */
  HOST_LENGTH("host is longer than 253 characters; shorten it"),
  /** A label is empty, too long, starts or ends with a hyphen or has another character (rule 5). */
  HOST_LABEL(
      "host label is not 1 to 63 letters, digits, underscores and inner hyphens; correct it, and"
          + " write a unicode label in its xn-- form"),
  /** Text in brackets, or with colons, is no IPv6 address, or has a zone (rule 5). */
  HOST_IPV6("not an ipv6 address; write it like `[2001:db8::1]`, without a zone"),
  /** The last label starts with a digit and the host is no strict dotted quad (rule 6). */
  HOST_IPV4("not an ipv4 address; write four numbers from 0 to 255 without leading zeros"),
  /** A percent sign stands before the path (rule 7). */
  HOST_PERCENT("percent sign before the path; write the host without escapes"),
  /** An IP address stands where only a domain name can. */
  NOT_A_NAME("an ip address is not a domain name; write a name"),
  /** A path given on its own does not start with a slash. */
  PATH("path does not start with `/`; put one before it");

  private final String sentence;

  GateRule(String sentence) {
    this.sentence = sentence;
  }

  /**
   * What is wrong and what to write instead, in one lower-case line without any of the input.
   *
   * @return a sentence that is the same for every input
   */
  public String sentence() {
    return sentence;
  }
}
