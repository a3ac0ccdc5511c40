package io.egressrules.dlp.own;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys for one use each, derived from an owner's key with HMAC-SHA-256 (RFC 2104). */
final class Keyed {
  /** A key of fewer bytes can be guessed. */
  static final int LEAST_KEY = 16;

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  private Keyed(byte[] key) {
    this.key = new SecretKeySpec(key, HMAC);
  }

  /** Derives the key for a use. */
  static Keyed of(byte[] key, String use) {
    if (key.length < LEAST_KEY) {
      throw new IllegalArgumentException(
          "a key of " + key.length + " bytes can be guessed; pass at least " + LEAST_KEY);
    }
    Mac mac = new Keyed(key).mac();
    return new Keyed(mac.doFinal(use.getBytes(StandardCharsets.US_ASCII)));
  }

  /** A keyed hash function; for one thread. */
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /** A secret number for a purpose. */
  long number(String purpose) {
    return ByteBuffer.wrap(mac().doFinal(purpose.getBytes(StandardCharsets.US_ASCII))).getLong();
  }
}
