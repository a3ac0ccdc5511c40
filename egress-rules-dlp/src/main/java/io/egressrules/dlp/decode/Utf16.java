package io.egressrules.dlp.decode;

import org.jspecify.annotations.Nullable;

/**
 * Derives a text from each run of UTF-16 code units that begins with some in ASCII. Where a run of
 * little-endian units follows other text, its first byte may be the end of that and the units
 * big-endian: then it ends with its last ASCII character.
 */
final class Utf16 implements Decoder {
  private static final int LEAST_UNITS = 4;

  private final Unfolding unfolding;
  private final Text text;
  private long place;
  private long free;
  private boolean bigEndian;
  private boolean certain;
  private @Nullable Text target;

  Utf16(Unfolding unfolding, Text text) {
    this.unfolding = unfolding;
    this.text = text;
  }

  @Override
  public void read(boolean last) {
    int limit = text.limit();
    boolean waiting = false;
    while (!waiting && text.index(place) < limit) {
      waiting = target == null ? !search(limit, last) : !follow(target, limit, last);
    }
    if (target != null && last) {
      close();
    } else if (target != null) {
      target.flush();
    }
  }

  /** Goes to where a run begins; tells whether one does. */
  private boolean search(int limit, boolean last) {
    byte[] bytes = text.bytes();
    int nul = text.marks().next(bytes, text.index(place), limit, Marks.NUL);
    while (nul < limit && (last || limit - nul >= 2 * LEAST_UNITS)) {
      for (int at = Math.max(text.index(free), nul - 1); at <= nul; at++) {
        boolean begins = begins(bytes, at, limit, false) || begins(bytes, at, limit, true);
        if (begins && !text.copied(text.offset(at), text.offset(at + 2 * LEAST_UNITS - 1))) {
          open(at);
          return true;
        }
      }
      nul = text.marks().next(bytes, nul + 1, limit, Marks.NUL);
    }
    place = text.offset(nul);
    return false;
  }

  private void open(int at) {
    byte[] bytes = text.bytes();
    place = text.offset(at);
    bigEndian = bytes[at] == 0;
    certain = bigEndian || place == 0 || afterMark(bytes, at);
    target = unfolding.open(text, Encoding.UTF_16, FieldName.before(text, place), place);
  }

  private static boolean afterMark(byte[] bytes, int at) {
    return at >= 2 && bytes[at - 2] == (byte) 0xFF && bytes[at - 1] == (byte) 0xFE;
  }

  private static boolean begins(byte[] bytes, int at, int limit, boolean bigEndian) {
    if (limit - at < 2 * LEAST_UNITS) {
      return false;
    }
    int low = bigEndian ? 1 : 0;
    for (int i = at; i < at + 2 * LEAST_UNITS; i += 2) {
      if (bytes[i + 1 - low] != 0 || bytes[i + low] < 0 || !isText(bytes[i + low])) {
        return false;
      }
    }
    return true;
  }

  /** Reads code units as far as they are text; tells whether nothing more must be known. */
  private boolean follow(Text to, int limit, boolean last) {
    byte[] bytes = text.bytes();
    int at = text.index(place);
    while (limit - at >= (last ? 2 : 4)) {
      int c = unit(bytes, at);
      int length = 2;
      if (Character.isHighSurrogate((char) c) && limit - at >= 4) {
        int low = unit(bytes, at + 2);
        if (Character.isLowSurrogate((char) low)) {
          c = Character.toCodePoint((char) c, (char) low);
          length = 4;
        }
      }
      if (!isText(c)) {
        return leave(at);
      }
      if (!certain && c > 0xFF) {
        put(c & 0xFF, to, at, 1);
        return leave(at + 1);
      }
      put(c, to, at, length);
      at += length;
    }
    place = text.offset(last ? limit : at);
    return false;
  }

  private void put(int c, Text to, int at, int length) {
    long from = text.offset(at);
    Origins origins = text.origins();
    Spelled.putCodePoint(c, to, origins.start(from), origins.end(from + length - 1));
  }

  private boolean leave(int at) {
    place = text.offset(at);
    free = place;
    close();
    return true;
  }

  private int unit(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  private static boolean isText(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c >= ' ' ? c != 0x7F && !surrogate : c == '\t' || c == '\n' || c == '\r';
  }

  @Override
  public long settled() {
    long own = text.origins().start(Math.max(free, place - 1));
    return target == null ? own : Math.min(own, target.settled());
  }

  @Override
  public void close() {
    if (target != null) {
      target.end();
      target = null;
    }
  }
}
