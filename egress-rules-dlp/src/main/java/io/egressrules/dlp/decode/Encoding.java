package io.egressrules.dlp.decode;

/** A way in which one text is written in another. */
public enum Encoding {
  /**
   * Escapes among plain text: percent-encoding (RFC 3986 section 2.1), {@code +} in a form, escapes
   * of JSON strings (RFC 8259 section 7) and of programming languages, character references (HTML
   * section 13.5), invisible characters, and look-alikes that NFKC folds to ASCII.
   */
  ESCAPES,
  /** Quoted-printable (RFC 2045 section 6.7). */
  QUOTED_PRINTABLE,
  /** Base64 in either alphabet, with or without line breaks and padding (RFC 4648, RFC 2045). */
  BASE64,
  /** Base32 in either case (RFC 4648 section 6). */
  BASE32,
  /** Pairs of hexadecimal digits, with the same separator between all of them or none. */
  HEX,
  /** UTF-16 in either byte order. */
  UTF_16,
  /** A gzip member (RFC 1952). */
  GZIP,
  /** A zlib stream (RFC 1950), or the bare one that some senders call {@code deflate}. */
  ZLIB,
  /** A compressed entry of a zip archive. */
  ZIP
}
