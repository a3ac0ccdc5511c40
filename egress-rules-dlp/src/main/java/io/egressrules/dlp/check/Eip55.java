package io.egressrules.dlp.check;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ethereum addresses: 20 bytes in hexadecimal, where the case of letters may be a checksum. */
public final class Eip55 {
  private static final int LENGTH = 40;

  private Eip55() {}

  /**
   * Whether the letters of an address are in the case that ERC-55 gives them.
   *
   * @param text 40 hexadecimal digits, with or without {@code 0x}
   * @return whether they are, and both cases occur
   */
  public static boolean holds(CharSequence text) {
    String written = text.toString();
    String address = written.startsWith("0x") ? written.substring(2) : written;
    String lower = address.toLowerCase(Locale.ROOT);
    if (address.length() != LENGTH
        || address.equals(lower)
        || address.equals(address.toUpperCase(Locale.ROOT))) {
      return false;
    }
    byte[] hash = Keccak256.ofShort(lower.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < LENGTH; i++) {
      boolean upper = ((hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 8) != 0;
      char c = lower.charAt(i);
      if (address.charAt(i) != (upper ? Character.toUpperCase(c) : c)) {
        return false;
      }
    }
    return true;
  }
}
