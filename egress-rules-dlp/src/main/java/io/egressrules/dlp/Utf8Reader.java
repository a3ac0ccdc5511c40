package io.egressrules.dlp;

/**
 * Reads UTF-8 (RFC 3629) byte by byte. Bytes of no well-formed character are U+FFFD. Used by one
 * thread.
 */
final class Utf8Reader {
  private static final int MALFORMED = 0xfffd;

  private int codePoint;
  private int length;
  private int read;

  /** Whether a byte does not belong to the character that is being read. */
  boolean begins(byte b) {
    return read == length || (b & 0xc0) != 0x80;
  }

  /** How many bytes of the character have been read. */
  int pending() {
    return read;
  }

  /** Ends the character that is being read; -1 if there is none. */
  int take() {
    int taken = read == 0 ? -1 : read == length ? checked() : MALFORMED;
    read = 0;
    length = 0;
    return taken;
  }

  private int checked() {
    boolean shortest =
        length == 1 || codePoint >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
    boolean scalar = codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
    return shortest && scalar ? codePoint : MALFORMED;
  }

  /** Reads the next byte: of this character, or the first of one if there is none. */
  void read(byte b) {
    if (read == 0) {
      int lead = Integer.numberOfLeadingZeros(~(b << 24));
      length = lead == 0 || lead == 1 || lead > 4 ? 1 : lead;
      codePoint = lead == 0 ? b : lead == 1 || lead > 4 ? MALFORMED : b & (0x7f >> lead);
    } else {
      codePoint = codePoint << 6 | (b & 0x3f);
    }
    read++;
  }
}
