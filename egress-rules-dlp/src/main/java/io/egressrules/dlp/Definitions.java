package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.policy.DetectorDefinition;

/** Detectors as policies write them. */
final class Definitions {
  private Definitions() {}

  /**
   * The detector that a definition means.
   *
   * @throws IllegalArgumentException if it names a check that there is not
   */
  static Detector detector(DetectorDefinition definition) {
    Detector.Builder detector =
        Detector.builder(definition.id(), Kind.OWN)
            .confidence(definition.confidence())
            .entropyFloor(definition.entropyFloor())
            .stopWords(definition.stopWords().toArray(String[]::new));
    definition.patterns().forEach(detector::pattern);
    String[] near = definition.near().toArray(String[]::new);
    if (near.length > 0) {
      detector.onlyNear(definition.confidence(), near);
    }
    String validator = definition.validator();
    if (validator != null) {
      detector.validator(Checks.named(validator));
    }
    return detector.build();
  }
}
