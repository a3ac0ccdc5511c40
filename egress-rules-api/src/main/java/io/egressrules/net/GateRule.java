package io.egressrules.net;

/**
 * One way for text to fail the gate; the constant's name is a stable machine code.
 *
 * <p>{@link #number()} is that of the rule in the package description.
 *
 * @since 0.1
 */
public enum GateRule {
  /** The URL is longer than {@link UrlGate#MAX_LENGTH} (rule 1). */
  URL_LENGTH(1, "url is longer than 8192 characters; send the data in the body"),
  /** A character is a space, a control character or not ASCII (rule 1). */
  CHARACTER(
      1,
      "character outside 0x21-0x7e; percent-encode it, and write a unicode host in its xn-- form"),
  /** A surrogate stands alone, so that the text is no Unicode (rule 1). */
  SURROGATE(1, "half of a surrogate pair; write the whole character"),
  /**
   * A Unicode host is not valid under UTS #46, or would become another name than is written (rule
   * 1).
   */
  HOST_UNICODE(
      1,
      "unicode host is not a valid name in its canonical form; correct it, or write its xn-- form"),
  /** A Unicode host meets no converter (rule 1). */
  HOST_UNCONVERTED(
      1,
      "unicode host cannot be converted; write its xn-- form, or add com.ibm.icu:icu4j to the class"
          + " path"),
  /** There is a backslash, which some readers take for a slash (rule 1). */
  BACKSLASH(1, "backslash; write `/`, or `%5C` where it is data"),
  /** The scheme is missing or not one of {@link Scheme} (rule 2). */
  SCHEME(2, "scheme is not http, https, ws or wss; start with one of them and `://`"),
  /** {@code //} does not follow the scheme (rule 2). */
  SLASHES(2, "`//` is missing after the scheme; write `scheme://host`"),
  /**
   * There is more than one {@code @}, or something but plain user information before it (rule 3).
   */
  USERINFO(
      3,
      "user information is not one plain `user:password@`; remove it and send credentials in a"
          + " header"),
  /** The port is empty, zero, too large, padded with zeros or not a number (rule 4). */
  PORT(4, "port is not a number from 1 to 65535 without leading zeros; correct it"),
  /** There is no host (rule 5). */
  HOST_EMPTY(5, "host is missing; write `scheme://host`"),
  /** The host is longer than {@link DomainName#MAX_LENGTH} (rule 5). */
  HOST_LENGTH(5, "host is longer than 253 characters; shorten it"),
  /** A label is empty, too long, starts or ends with a hyphen or has another character (rule 5). */
  HOST_LABEL(
      5,
      "host label is not 1 to 63 letters, digits, underscores and inner hyphens; correct it, and"
          + " write a unicode label in its xn-- form"),
  /** Text in brackets, or with colons, is no IPv6 address, or has a zone (rule 5). */
  HOST_IPV6(5, "not an ipv6 address; write it like `[2001:db8::1]`, without a zone"),
  /** The last label starts with a digit and the host is no strict dotted quad (rule 6). */
  HOST_IPV4(6, "not an ipv4 address; write four numbers from 0 to 255 without leading zeros"),
  /** A percent sign stands before the path (rule 7). */
  HOST_PERCENT(7, "percent sign before the path; write the host without escapes"),
  /** An IP address stands where only a domain name can. */
  NOT_A_NAME(0, "an ip address is not a domain name; write a name"),
  /** A path given on its own does not start with a slash. */
  PATH(0, "path does not start with `/`; put one before it");

  private final int number;
  private final String sentence;

  GateRule(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  /**
   * The rule of the package description that is broken.
   *
   * @return 1 to 7, or 0 for text that is not a URL
   */
  public int number() {
    return number;
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
