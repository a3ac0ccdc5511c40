package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Validator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Proves tokens that end in a CRC-32 of what stands before it. A tail that does not fit proves
 * nothing: providers have issued tokens of the same form without one.
 */
enum Crc32Tail implements Validator {
  /** Six base-62 digits, of the part between the prefix and the tail. */
  BASE62 {
    @Override
    boolean fits(String token) {
      int tail = token.length() - BASE62_DIGITS;
      return base62(crc(token.substring(token.indexOf('_') + 1, tail)))
          .equals(token.substring(tail));
    }
  },
  /** Eight hexadecimal digits, of the part between the prefix and the tail. */
  HEX {
    @Override
    boolean fits(String token) {
      int tail = token.length() - HEX_DIGITS;
      return hex(crc(token.substring(token.indexOf('_') + 1, tail))).equals(token.substring(tail));
    }
  },
  /** Eight hexadecimal digits in either case, of all before the tail. */
  HEX_OF_ALL {
    @Override
    boolean fits(String token) {
      int tail = token.length() - HEX_DIGITS;
      return hex(crc(token.substring(0, tail))).equalsIgnoreCase(token.substring(tail));
    }
  };

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int BASE62_DIGITS = 6;
  private static final int HEX_DIGITS = 8;

  /** Whether the tail is the checksum; the token is longer than prefix and tail. */
  abstract boolean fits(String token);

  @Override
  public Verdict check(CharSequence value) {
    return fits(value.toString()) ? Verdict.PROVEN : Verdict.PLAUSIBLE;
  }

  private static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static String base62(long number) {
    char[] digits = new char[BASE62_DIGITS];
    long rest = number;
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }

  private static String hex(long number) {
    return String.format(Locale.ROOT, "%08x", number);
  }
}
