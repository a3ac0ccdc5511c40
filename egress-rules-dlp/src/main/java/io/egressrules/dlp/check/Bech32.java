package io.egressrules.dlp.check;

import java.util.Locale;

/** Segregated witness addresses: Bech32 of BIP 173 and Bech32m of BIP 350. */
public final class Bech32 {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32 = 1;
  private static final int BECH32M = 0x2bc830a3;
  private static final int CHECKSUM = 6;
  private static final int MAX_LENGTH = 90;

  private Bech32() {}

  /**
   * Whether a text is an address with the right checksum for its witness version.
   *
   * @param text upper or lower case, not both
   * @param prefix the network, in lower case
   * @return whether it is
   */
  public static boolean holds(CharSequence text, String prefix) {
    String written = text.toString();
    String lower = written.toLowerCase(Locale.ROOT);
    boolean oneCase = written.equals(lower) || written.equals(written.toUpperCase(Locale.ROOT));
    int start = prefix.length() + 1;
    if (!oneCase
        || written.length() > MAX_LENGTH
        || written.length() <= start + CHECKSUM
        || !lower.startsWith(prefix + "1")) {
      return false;
    }
    int version = ALPHABET.indexOf(lower.charAt(start));
    return remainder(prefix, lower.substring(start)) == (version == 0 ? BECH32 : BECH32M);
  }

  /** The remainder of prefix and data by the generator; -1 for another character. */
  private static int remainder(String prefix, String data) {
    int rest = 1;
    for (int i = 0; i < prefix.length(); i++) {
      rest = step(rest) ^ (prefix.charAt(i) >> 5);
    }
    rest = step(rest);
    for (int i = 0; i < prefix.length(); i++) {
      rest = step(rest) ^ (prefix.charAt(i) & 31);
    }
    for (int i = 0; i < data.length(); i++) {
      int value = ALPHABET.indexOf(data.charAt(i));
      if (value < 0) {
        return -1;
      }
      rest = step(rest) ^ value;
    }
    return rest;
  }

  private static int step(int rest) {
    int next = (rest & 0x1ffffff) << 5;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= ((rest >> (25 + i)) & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }
}
