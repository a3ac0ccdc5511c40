package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** A small inspector: of keys that begin with {@code acme_} and of numbers of 16 digits. */
final class Acme {
  static final String KEY = "acme_0123456789abcdef";
  static final String CARD = "4111111111111111";
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final Detector KEYS =
      Detector.builder("acme-key", Kind.SECRET).pattern("\\bacme_[0-9a-f]{16}\\b").build();
  private static final Detector CARDS =
      Detector.builder("acme-card", Kind.PERSONAL)
          .pattern("\\b[0-9]{4}(?:[ -]?[0-9]{4}){3}\\b")
          .build();
  private static final Detector NAMES =
      Detector.builder("acme-name", Kind.SECRET).pattern("\\bkey=(\\w+)").general().build();
  private static final Detector WORDS =
      Detector.builder("acme-word", Kind.OWN)
          .pattern("\\bsesame-[a-z]{4}\\b")
          .confidence(Confidence.POSSIBLE)
          .near(Confidence.LIKELY, "open")
          .build();

  private Acme() {}

  /** An inspector by one profile. */
  static DlpInspector inspector(UnaryOperator<InspectionProfile.Builder> words) {
    return builder(words).build();
  }

  static DlpInspector.Builder builder(UnaryOperator<InspectionProfile.Builder> words) {
    InspectionProfile.Builder profile =
        words.apply(
            InspectionProfile.builder("acme").detectors("acme-key", "acme-card", "acme-word"));
    Policy policy =
        Policy.builder("acme")
            .profile(profile)
            .rule(
                Rule.allow("all")
                    .anyHost("a test of what is sent")
                    .require(Requirement.NONE.inspect("acme")))
            .build();
    return DlpInspector.builder()
        .detector(KEYS)
        .detector(CARDS)
        .detector(WORDS)
        .detector(NAMES)
        .policy(policy)
        .key(new byte[32])
        .nanoTime(() -> 0)
        .clock(InstantSource.fixed(NOW));
  }
}
