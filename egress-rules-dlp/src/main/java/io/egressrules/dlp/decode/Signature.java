package io.egressrules.dlp.decode;

/** What the first 6 bytes of something say that it is. */
enum Signature {
  NONE,
  GZIP,
  ZLIB,
  ZIP,
  SEVEN_ZIP,
  RAR,
  XZ,
  BZIP2,
  ZSTANDARD,
  /** A byte order mark. */
  UTF_16;

  /** How many bytes are looked at. */
  static final int LENGTH = 6;

  /** The signature in 6 bytes, the first in the highest bits. */
  static Signature of(long head) {
    if (head >>> 24 == 0x1F8B08 && (head >>> 16 & 0xE0) == 0) {
      return GZIP;
    }
    if (head >>> 16 == 0x504B0304L) {
      return ZIP;
    }
    if (head == 0x377ABCAF271CL) {
      return SEVEN_ZIP;
    }
    if (head == 0x526172211A07L) {
      return RAR;
    }
    if (head == 0xFD377A585A00L) {
      return XZ;
    }
    if (head >>> 24 == 0x425A68 && (head & 0xFFFF) == 0x3141) {
      return BZIP2;
    }
    if (head >>> 16 == 0x28B52FFDL) {
      return ZSTANDARD;
    }
    int two = (int) (head >>> 32);
    if (two == 0xFFFE || two == 0xFEFF) {
      return UTF_16;
    }
    boolean deflate = two >>> 8 == 0x78 && (two & 0x20) == 0;
    return deflate && two % 31 == 0 ? ZLIB : NONE;
  }

  /** The signature that stands at an index of a text; the text ends at the limit. */
  static Signature at(byte[] bytes, int at, int limit) {
    long head = 0;
    for (int i = at; i < at + LENGTH; i++) {
      head = head << 8 | (i < limit ? bytes[i] & 0xFF : 0);
    }
    return of(head);
  }
}
