package io.egressrules.dlp.check;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;

/** Base58Check as Bitcoin addresses use it: a number ends with four bytes of its double hash. */
public final class Base58Check {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int CHECKSUM = 4;
  private static final int MAX_LENGTH = 128;

  private Base58Check() {}

  /**
   * Whether a text is a number of a given size with the right checksum.
   *
   * @param text at most 128 characters, or it is none
   * @param size the bytes before the checksum, version included
   * @return whether it is
   */
  public static boolean holds(CharSequence text, int size) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    byte[] bytes = decode(text);
    if (bytes.length != size + CHECKSUM) {
      return false;
    }
    MessageDigest sha256 = Hash.sha256();
    byte[] hash = sha256.digest(sha256.digest(Arrays.copyOf(bytes, size)));
    return Arrays.equals(hash, 0, CHECKSUM, bytes, size, size + CHECKSUM);
  }

  /** The bytes a text stands for; none if it holds another character. */
  private static byte[] decode(CharSequence text) {
    BigInteger number = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return new byte[0];
      }
      zeros += value == 0 && zeros == i ? 1 : 0;
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(value));
    }
    byte[] tail = number.toByteArray();
    int sign = tail[0] == 0 ? 1 : 0;
    byte[] bytes = new byte[zeros + tail.length - sign];
    System.arraycopy(tail, sign, bytes, zeros, tail.length - sign);
    return bytes;
  }
}
