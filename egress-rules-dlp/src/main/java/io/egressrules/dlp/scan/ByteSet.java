package io.egressrules.dlp.scan;

/**
 * A set of bytes, as 256 bits. Immutable.
 *
 * @param first the bytes 0x00 to 0x3F
 * @param second the bytes 0x40 to 0x7F
 * @param third the bytes 0x80 to 0xBF
 * @param fourth the bytes 0xC0 to 0xFF
 */
record ByteSet(long first, long second, long third, long fourth) {
  static final ByteSet NONE = new ByteSet(0, 0, 0, 0);
  static final ByteSet ANY = new ByteSet(-1, -1, -1, -1);

  static ByteSet of(byte b) {
    long bit = 1L << b;
    int quarter = (b & 0xFF) >>> 6;
    return new ByteSet(
        quarter == 0 ? bit : 0,
        quarter == 1 ? bit : 0,
        quarter == 2 ? bit : 0,
        quarter == 3 ? bit : 0);
  }

  /**
   * The bytes that the characters of a set may be made of: those of ASCII exactly, and all bytes
   * beyond if any character is beyond ASCII or stands for malformed bytes.
   */
  static ByteSet around(CodePoints set) {
    long low = 0;
    long high = 0;
    for (int c = 0; c < 0x40; c++) {
      low |= set.contains(c) ? 1L << c : 0;
      high |= set.contains(c + 0x40) ? 1L << c : 0;
    }
    boolean beyond = set.contains(Utf8.SUBSTITUTE) || !set.within(CodePoints.ASCII);
    return new ByteSet(low, high, beyond ? -1 : 0, beyond ? -1 : 0);
  }

  ByteSet union(ByteSet other) {
    return new ByteSet(
        first | other.first, second | other.second, third | other.third, fourth | other.fourth);
  }

  boolean intersects(ByteSet other) {
    return ((first & other.first)
            | (second & other.second)
            | (third & other.third)
            | (fourth & other.fourth))
        != 0;
  }

  boolean hasBeyondAscii() {
    return (third | fourth) != 0;
  }

  boolean contains(byte b) {
    long quarter = b >= 0 ? (b < 0x40 ? first : second) : ((b & 0x40) == 0 ? third : fourth);
    return (quarter >>> b & 1) != 0;
  }
}
