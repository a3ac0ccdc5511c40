package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.scan.HitSink;
import io.egressrules.dlp.scan.PatternSet;
import io.egressrules.dlp.scan.Scan;
import java.util.ArrayList;
import java.util.List;

/** Detectors, compiled to be looked for together. Immutable; safe for use by several threads. */
final class DetectorSet {
  private final List<Detector> byPattern;
  private final PatternSet patterns;

  private DetectorSet(List<Detector> byPattern, PatternSet patterns) {
    this.byPattern = byPattern;
    this.patterns = patterns;
  }

  /**
   * Compiles detectors.
   *
   * @throws IllegalArgumentException if a pattern of one cannot be compiled; the message names it
   */
  static DetectorSet of(List<Detector> detectors) {
    List<Detector> byPattern = new ArrayList<>();
    List<String> patterns = new ArrayList<>();
    for (Detector detector : detectors) {
      for (String pattern : detector.patterns()) {
        byPattern.add(detector);
        patterns.add(pattern);
      }
    }
    return new DetectorSet(List.copyOf(byPattern), compile(patterns, detectors));
  }

  private static PatternSet compile(List<String> patterns, List<Detector> detectors) {
    try {
      return PatternSet.compile(patterns);
    } catch (IllegalArgumentException refused) {
      detectors.forEach(DetectorSet::requireCompiles);
      throw refused;
    }
  }

  /** Says of the detector, instead of its number among all patterns, that it is refused. */
  private static void requireCompiles(Detector detector) {
    try {
      PatternSet.compile(detector.patterns());
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "detector `" + detector.id() + "`, " + refused.getMessage(), refused);
    }
  }

  /** The detector that a pattern belongs to. */
  Detector detector(int pattern) {
    return byPattern.get(pattern);
  }

  Scan scan(HitSink sink) {
    return patterns.scan(sink);
  }
}
