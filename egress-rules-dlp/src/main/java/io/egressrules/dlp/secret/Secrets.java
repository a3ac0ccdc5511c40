package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Detector.Kind;
import java.util.List;

/** The detectors of secrets. */
public final class Secrets {
  private Secrets() {}

  /**
   * All of them.
   *
   * @return the detectors
   */
  public static List<Detector> all() {
    return List.of(
        Detector.builder("jwt", Kind.SECRET).pattern("\\beyJ[A-Za-z0-9_-]{10,}\\b").build());
  }
}
