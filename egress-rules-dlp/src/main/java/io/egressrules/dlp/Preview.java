package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector.Kind;

/**
 * Values as they may be shown: what an owner can recognise and nobody can use. Of a long secret its
 * first four characters, which tell its kind; of personal data nothing; of both how long they are.
 */
final class Preview {
  private static final int SHOWN = 4;
  private static final int LONG = 20;

  private Preview() {}

  static String of(Kind kind, String value) {
    int length = value.codePointCount(0, value.length());
    String shown = kind == Kind.SECRET && length >= LONG ? ascii(value.substring(0, SHOWN)) : "";
    return shown + "… (" + length + " characters)";
  }

  private static String ascii(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f) ? text : "";
  }
}
