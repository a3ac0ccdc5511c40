package io.egressrules.dlp.decode;

/** Which bytes may begin something that a decoder reads: one look at each byte of a text. */
final class Marks {
  /** A byte that may begin an escape. */
  static final int ESCAPE = 1;

  /** The equals sign. */
  static final int EQUALS = 2;

  /** The byte 0. */
  static final int NUL = 4;

  /** A byte that stands in the signature of an archive. */
  static final int SIGNATURE = 8;

  private static final byte[] OF = new byte[256];

  static {
    mark(ESCAPE, '%', '\\', '&', 'U', '+', 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF3);
    mark(EQUALS, '=');
    mark(NUL, 0);
    mark(SIGNATURE, 0x1F, 0x03, 0x1A, 0xBC, 0xFD);
  }

  private Marks() {}

  private static void mark(int mark, int... bytes) {
    for (int b : bytes) {
      OF[b] |= (byte) mark;
    }
  }

  /** The marks of one byte. */
  static int of(byte b) {
    return OF[b & 0xFF];
  }

  /** All marks of a range. */
  static int of(byte[] bytes, int from, int to) {
    int all = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      all |=
          OF[bytes[i] & 0xFF]
              | OF[bytes[i + 1] & 0xFF]
              | OF[bytes[i + 2] & 0xFF]
              | OF[bytes[i + 3] & 0xFF];
    }
    for (; i < to; i++) {
      all |= OF[bytes[i] & 0xFF];
    }
    return all;
  }

  /** The first byte of a range that has one of some marks; the end of the range if none has. */
  static int next(byte[] bytes, int from, int to, int marks) {
    int i = from;
    while (i < to && (OF[bytes[i] & 0xFF] & marks) == 0) {
      i++;
    }
    return i;
  }
}
