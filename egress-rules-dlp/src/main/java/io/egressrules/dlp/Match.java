package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.policy.Confidence;

/**
 * What a detector found in a text.
 *
 * @param detector the id of the detector
 * @param kind what it protects
 * @param general whether the finding yields to others
 * @param start the offset of the value's first byte in the text
 * @param end the offset after its last byte
 * @param confidence how sure the detector is
 * @param value the value; never leaves this package but hashed or masked; empty where no one value
 *     was found that could be replaced
 */
record Match(
    String detector,
    Kind kind,
    boolean general,
    long start,
    long end,
    Confidence confidence,
    String value) {

  /** Holds a sensitive value, so it names the detector only. */
  @Override
  public String toString() {
    return detector;
  }
}
