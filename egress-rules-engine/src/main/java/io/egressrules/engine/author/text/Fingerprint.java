package io.egressrules.engine.author.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What was in a file, and its name, as one text: {@code sha256:}, 64 digits, a blank, the name. */
public final class Fingerprint {
  private static final String PREFIX = "sha256:";
  private static final int NAME = PREFIX.length() + 64 + 1;

  private Fingerprint() {}

  /**
   * The digest that the bytes of a file go through.
   *
   * @return a new digest, SHA-256 (FIPS 180-4)
   */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JRE has SHA-256", impossible);
    }
  }

  /**
   * The fingerprint of a file.
   *
   * @param name the file's name
   * @param digested a digest that all its bytes went through, and which is reset
   * @return the fingerprint
   */
  public static String of(String name, MessageDigest digested) {
    return PREFIX + HexFormat.of().formatHex(digested.digest()) + " " + name;
  }

  /**
   * The name of the file.
   *
   * @param fingerprint a text
   * @return what stands where a fingerprint has the name; empty when the text is too short for one
   */
  public static String name(String fingerprint) {
    return fingerprint.substring(Math.min(NAME, fingerprint.length()));
  }
}
