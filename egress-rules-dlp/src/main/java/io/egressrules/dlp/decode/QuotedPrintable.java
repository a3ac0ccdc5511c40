package io.egressrules.dlp.decode;

/** Quoted-printable (RFC 2045 section 6.7). */
final class QuotedPrintable implements Spelling {
  @Override
  public Encoding encoding() {
    return Encoding.QUOTED_PRINTABLE;
  }

  @Override
  public int marks() {
    return Marks.EQUALS;
  }

  @Override
  public int read(byte[] bytes, int at, int limit) {
    if (at + 1 < limit && bytes[at + 1] == '\n') {
      return Spelled.gone(2);
    }
    if (at + 2 >= limit) {
      return Spelled.NOTHING;
    }
    if (bytes[at + 1] == '\r' && bytes[at + 2] == '\n') {
      return Spelled.gone(3);
    }
    int octet = Digits.hex(bytes, at + 1, 2);
    if (octet < 0) {
      return Spelled.NOTHING;
    }
    int spelled = Spelled.octet(octet, 3);
    boolean telling =
        octet == '=' || octet == '\r' || octet == '\n' || doubled(bytes, at + 3, limit);
    return telling ? spelled : Spelled.weak(spelled);
  }

  private static boolean doubled(byte[] bytes, int at, int limit) {
    return at + 3 <= limit && bytes[at] == '=' && Digits.hex(bytes, at + 1, 2) >= 0;
  }
}
