package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;

/**
 * What a detector found in a text.
 *
 * @param detector the detector
 * @param start the offset of the value's first byte in the text
 * @param end the offset after its last byte
 * @param confidence how sure the detector is
 * @param value the value; never leaves this package but hashed or masked
 */
record Match(Detector detector, long start, long end, Confidence confidence, String value) {

  /** Holds a sensitive value, so it names the detector only. */
  @Override
  public String toString() {
    return detector.id();
  }
}
