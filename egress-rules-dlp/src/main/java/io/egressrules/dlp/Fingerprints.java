package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.dlp.detector.Detector.Kind;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of values: HMAC-SHA-256 (RFC 2104), of which 16 bytes are shown. Values are short
 * and often few, so a hash without a key could be undone by trying them all.
 */
final class Fingerprints {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN = 16;

  private final SecretKeySpec key;

  Fingerprints(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The fingerprint in hexadecimal; that of personal data is one for all ways to space it. */
  String of(Kind kind, String value) {
    String normal = kind == Kind.PERSONAL ? value.replaceAll("[\\s./-]", "") : value;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(normal.getBytes(UTF_8)), 0, SHOWN);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, missing);
    }
  }
}
