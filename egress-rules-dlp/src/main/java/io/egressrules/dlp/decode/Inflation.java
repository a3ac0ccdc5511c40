package io.egressrules.dlp.decode;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Derives a text from a stream of deflate (RFC 1951) in gzip, zlib or nothing. It reads in slices
 * of a fixed length, so that the origins of what comes out do not depend on how the stream comes
 * in.
 */
final class Inflation implements Decoder {
  private static final int SLICE = Text.LAG;

  /** How far before a slice what comes out of it may begin: a code and its extra bits. */
  private static final int STRADDLE = 8;

  private static final int GZIP_TRAILER = 8;

  private final Unfolding unfolding;
  private final Text text;
  private final Encoding encoding;
  private final String name;
  private final boolean declared;
  private Prelude prelude;
  private Prelude trailer;
  private @Nullable Inflater inflater;
  private @Nullable Text target;
  private long place;
  private long data;
  private final byte[] out = new byte[2048];
  private boolean empty = true;
  private boolean finished;
  private boolean done;

  private Inflation(
      Unfolding unfolding,
      Text text,
      Encoding encoding,
      Prelude prelude,
      long at,
      boolean declared) {
    this.unfolding = unfolding;
    this.text = text;
    this.encoding = encoding;
    this.prelude = prelude;
    this.declared = declared;
    name = FieldName.before(text, at);
    trailer = trailer();
    place = at;
    data = at;
  }

  /** A stream that is found in a text: nothing is told if it is none after all. */
  static Inflation found(
      Unfolding unfolding, Text text, Encoding encoding, Prelude prelude, long at) {
    return new Inflation(unfolding, text, encoding, prelude, at, false);
  }

  /** A stream that a text is declared to be. */
  static Inflation declared(Unfolding unfolding, Text text, Encoding encoding) {
    Prelude prelude = encoding == Encoding.GZIP ? Prelude.gzip() : Prelude.bytes(0);
    return new Inflation(unfolding, text, encoding, prelude, 0, true);
  }

  private Prelude trailer() {
    return Prelude.bytes(encoding == Encoding.GZIP ? GZIP_TRAILER : 0);
  }

  @Override
  public void read(boolean last) {
    boolean more = true;
    while (more && !done) {
      more = finished ? passTrailer() : prelude.whole() ? inflate(last) : passPrelude();
    }
    if (last && !done) {
      stop(finished && trailer.whole() ? null : Obstacle.CORRUPT);
    }
    if (target != null) {
      target.flush();
    }
  }

  private boolean passPrelude() {
    place = text.offset(prelude.pass(text.bytes(), text.index(place), text.limit()));
    data = place;
    if (prelude.tooLong()) {
      stop(Obstacle.UNDECODABLE);
    }
    return prelude.whole();
  }

  private boolean passTrailer() {
    int at = trailer.pass(text.bytes(), text.index(place), text.limit());
    place = text.offset(at);
    if (!trailer.whole() || (declared && at == text.limit())) {
      return false;
    }
    if (!declared) {
      stop(null);
    } else if (encoding == Encoding.GZIP && text.bytes()[at] == 0x1F) {
      again();
    } else {
      stop(Obstacle.CORRUPT);
    }
    return !done;
  }

  /** Begins the next member of a gzip file. */
  private void again() {
    prelude = Prelude.gzip();
    trailer = trailer();
    finished = false;
    release();
  }

  private boolean inflate(boolean last) {
    int at = text.index(place);
    int length = Math.min(SLICE, text.limit() - at);
    if (length == 0 || (length < SLICE && !last)) {
      return false;
    }
    Inflater engine = inflater == null ? engine(at) : inflater;
    inflater = engine;
    engine.setInput(text.bytes(), at, length);
    try {
      drain(engine, length);
    } catch (DataFormatException e) {
      stop(Obstacle.CORRUPT);
    }
    if (!done) {
      int taken = length - engine.getRemaining();
      unfolding.proportion().takes(taken);
      place += taken;
      finished = engine.finished();
    }
    return true;
  }

  private Inflater engine(int at) {
    boolean zlib = encoding == Encoding.ZLIB && (!declared || hasZlibHeader(at));
    return new Inflater(!zlib);
  }

  private boolean hasZlibHeader(int at) {
    if (text.limit() - at < 2) {
      return true;
    }
    int two = (text.bytes()[at] & 0xFF) << 8 | (text.bytes()[at + 1] & 0xFF);
    return (two >> 8 & 0xF) == 8 && two % 31 == 0;
  }

  private void drain(Inflater engine, int length) throws DataFormatException {
    Origins origins = text.origins();
    long from = origins.start(Math.max(data, place - STRADDLE));
    int some = engine.inflate(out);
    while (some > 0 && !done) {
      empty = false;
      Text to = target == null ? open() : target;
      target = to;
      int taken = Math.max(1, length - engine.getRemaining());
      to.add(out, some, from, origins.end(place + taken - 1));
      if (!unfolding.proportion().gives(some, taken)) {
        stop(Obstacle.RATIO);
      } else if (to.dropped()) {
        stop(null);
      } else {
        some = engine.inflate(out);
      }
    }
    if (engine.needsDictionary()) {
      stop(Obstacle.UNDECODABLE);
    }
  }

  private Text open() {
    return unfolding.open(text, encoding, name, data);
  }

  /** Ends the stream, in order or at an obstacle. */
  private void stop(@Nullable Obstacle obstacle) {
    if (obstacle != null && (declared || obstacle != Obstacle.CORRUPT)) {
      unfolding.obstacle(obstacle, text.origins().start(place));
    }
    close();
  }

  /** The offset after the stream, once it is done; before that, its place. */
  long place() {
    return place;
  }

  boolean done() {
    return done;
  }

  /** Whether nothing came out of it. */
  boolean isEmpty() {
    return empty;
  }

  @Override
  public long settled() {
    long own = done ? Long.MAX_VALUE : text.origins().start(Math.max(data, place - STRADDLE));
    return target == null ? own : Math.min(own, target.settled());
  }

  @Override
  public void close() {
    done = true;
    release();
    if (target != null) {
      target.end();
      target = null;
    }
  }

  private void release() {
    if (inflater != null) {
      inflater.end();
      inflater = null;
    }
  }
}
