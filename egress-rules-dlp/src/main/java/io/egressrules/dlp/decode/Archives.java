package io.egressrules.dlp.decode;

import org.jspecify.annotations.Nullable;

/**
 * Finds compressed streams in a text by their signatures: gzip and entries of zip archives
 * anywhere, zlib where the text begins. Tells of those that it cannot read.
 */
final class Archives implements Decoder {
  /** How long the fixed part of a zip entry's header is (APPNOTE section 4.3.7). */
  private static final int ZIP_HEADER = 30;

  private static final int FLAGS_AT = 6;
  private static final int METHOD_AT = 8;
  private static final int NAME_LENGTH_AT = 26;
  private static final int EXTRA_LENGTH_AT = 28;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ENCRYPTED_AES = 99;

  private final Unfolding unfolding;
  private final Text text;
  private long place;
  private long resume;
  private @Nullable Inflation stream;

  Archives(Unfolding unfolding, Text text) {
    this.unfolding = unfolding;
    this.text = text;
  }

  @Override
  public void read(boolean last) {
    int limit = text.limit();
    boolean waiting = false;
    while (!waiting && text.index(place) < limit) {
      waiting = stream == null ? !search(limit, last) : !follow(stream, last);
    }
  }

  private boolean follow(Inflation inflation, boolean last) {
    inflation.read(last);
    place = inflation.place();
    if (inflation.done()) {
      place = inflation.isEmpty() ? again(inflation) : Math.max(place, resume);
      stream = null;
    }
    return stream == null;
  }

  /** From where to search again if nothing comes out of what is taken for a stream. */
  private long again(Inflation inflation) {
    return Math.max(resume, inflation.place() - Text.LOOK_BACK + ZIP_HEADER);
  }

  /** Goes to where a stream begins; tells whether one does. */
  private boolean search(int limit, boolean last) {
    byte[] bytes = text.bytes();
    int at = text.index(place);
    while (at < limit) {
      at =
          place == 0 && text.offset(at) == 0
              ? at
              : text.marks().next(bytes, at, limit, Marks.SIGNATURE);
      if (at == limit || (limit - at < ZIP_HEADER && !last)) {
        break;
      }
      int start = at - before(bytes, at, limit);
      Signature signature =
          text.offset(start) < 0 ? Signature.NONE : Signature.at(bytes, start, limit);
      at++;
      boolean copied =
          signature != Signature.NONE && text.copied(text.offset(start), text.offset(at - 1));
      if (!copied && begin(signature, start, limit)) {
        place = text.offset(start);
        resume = text.offset(at);
        return true;
      }
    }
    place = text.offset(at);
    return false;
  }

  /** How many bytes of a signature stand before the one that is marked. */
  private static int before(byte[] bytes, int at, int limit) {
    return switch (bytes[at]) {
      case 0x03, (byte) 0xBC -> 2;
      case 0x1A -> 4;
      case (byte) 0xFD -> at + 1 < limit && bytes[at + 1] == 0x37 ? 0 : 3;
      default -> 0;
    };
  }

  private boolean begin(Signature signature, int start, int limit) {
    switch (signature) {
      case GZIP -> follow(Encoding.GZIP, Prelude.gzip(), start);
      case ZLIB -> {
        if (text.offset(start) == 0) {
          follow(Encoding.ZLIB, Prelude.bytes(0), start);
        }
      }
      case ZIP -> beginEntry(start, limit);
      case SEVEN_ZIP, RAR, XZ, BZIP2, ZSTANDARD -> obstacle(Obstacle.UNDECODABLE, start);
      case UTF_16, NONE -> {}
    }
    return stream != null;
  }

  private void beginEntry(int start, int limit) {
    if (limit - start < ZIP_HEADER) {
      return;
    }
    int method = number(start + METHOD_AT);
    if ((number(start + FLAGS_AT) & 1) != 0 || method == ENCRYPTED_AES) {
      obstacle(Obstacle.ENCRYPTED, start);
    } else if (method == DEFLATED) {
      int names = number(start + NAME_LENGTH_AT) + number(start + EXTRA_LENGTH_AT);
      follow(Encoding.ZIP, Prelude.bytes(ZIP_HEADER + names), start);
    } else if (method != STORED) {
      obstacle(Obstacle.UNDECODABLE, start);
    }
  }

  private int number(int at) {
    return (text.bytes()[at] & 0xFF) | (text.bytes()[at + 1] & 0xFF) << 8;
  }

  private void follow(Encoding encoding, Prelude prelude, int start) {
    if (unfolding.proportion().isKept()) {
      stream = Inflation.found(unfolding, text, encoding, prelude.bounded(), text.offset(start));
    }
  }

  private void obstacle(Obstacle obstacle, int at) {
    unfolding.obstacle(obstacle, text.origins().start(text.offset(at)));
  }

  @Override
  public long settled() {
    Inflation open = stream;
    long from = open != null && open.isEmpty() ? Math.min(place, again(open)) : place;
    long own = text.origins().start(Math.max(0, from - Signature.LENGTH));
    return open == null ? own : Math.min(own, open.settled());
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }
}
