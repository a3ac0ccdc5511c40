package io.egressrules.dlp.check;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digests every Java platform has. */
final class Hash {
  private Hash() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
