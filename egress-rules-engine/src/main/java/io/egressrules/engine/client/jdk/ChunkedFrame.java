package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** A body in the chunked coding (RFC 9112 section 7.1), read strictly: lines end in CR LF. */
final class ChunkedFrame implements BodyFrame {
  private static final int MAX_DIGITS = 15;

  private enum State {
    SIZE,
    EXTENSION,
    SIZE_END,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER_START,
    TRAILER,
    TRAILER_END,
    BODY_END,
    DONE
  }

  private State state = State.SIZE;
  private long size;
  private int digits;

  @Override
  public int follow(ByteBuffer bytes) throws ProtocolException {
    int at = bytes.position();
    while (at < bytes.limit() && state != State.DONE) {
      if (state == State.DATA) {
        int part = (int) Math.min(size, bytes.limit() - at);
        at += part;
        size -= part;
        state = size == 0 ? State.DATA_CR : State.DATA;
      } else {
        state = next(bytes.get(at) & 0xff);
        at++;
      }
    }
    return at - bytes.position();
  }

  @Override
  public boolean isComplete() {
    return state == State.DONE;
  }

  private State next(int c) throws ProtocolException {
    return switch (state) {
      case SIZE -> size(c);
      case EXTENSION -> c == '\r' ? State.SIZE_END : text(c, State.EXTENSION);
      case SIZE_END -> lineEnd(c, sizeIsZero() ? State.TRAILER_START : State.DATA);
      case DATA_CR -> require(c == '\r', State.DATA_LF);
      case DATA_LF -> lineEnd(c, State.SIZE);
      case TRAILER_START -> c == '\r' ? State.BODY_END : text(c, State.TRAILER);
      case TRAILER -> c == '\r' ? State.TRAILER_END : text(c, State.TRAILER);
      case TRAILER_END -> lineEnd(c, State.TRAILER_START);
      case BODY_END -> lineEnd(c, State.DONE);
      case DATA, DONE -> throw new IllegalStateException("not read byte by byte");
    };
  }

  private State size(int c) throws ProtocolException {
    int digit = Character.digit(c, 16);
    if (digit >= 0 && digits < MAX_DIGITS) {
      size = size * 16 + digit;
      digits++;
      return State.SIZE;
    }
    require(digits > 0 && digit < 0 && (c == '\r' || c == ';'), State.SIZE);
    return c == '\r' ? State.SIZE_END : State.EXTENSION;
  }

  private boolean sizeIsZero() {
    digits = 0;
    return size == 0;
  }

  private static State lineEnd(int c, State then) throws ProtocolException {
    return require(c == '\n', then);
  }

  private static State text(int c, State then) throws ProtocolException {
    return require(c == '\t' || (c >= ' ' && c != 0x7f), then);
  }

  private static State require(boolean holds, State then) throws ProtocolException {
    if (!holds) {
      throw new ProtocolException("malformed chunk");
    }
    return then;
  }
}
