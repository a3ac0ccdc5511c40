package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** A body of a stated length (RFC 9112 section 6.2). */
final class LengthFrame implements BodyFrame {
  private static final int MAX_DIGITS = 18;

  private long left;

  LengthFrame(long length) {
    this.left = length;
  }

  static LengthFrame parse(String digits) throws ProtocolException {
    boolean isLength =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isLength) {
      throw new ProtocolException("not a length");
    }
    return new LengthFrame(Long.parseLong(digits));
  }

  @Override
  public int follow(ByteBuffer bytes) {
    int part = (int) Math.min(left, bytes.remaining());
    left -= part;
    return part;
  }

  @Override
  public boolean isComplete() {
    return left == 0;
  }
}
