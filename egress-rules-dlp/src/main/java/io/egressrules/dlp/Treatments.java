package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Redaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the profiles of one request have done about what is found. */
final class Treatments {

  /**
   * What is done about a finding.
   *
   * @param action the action
   * @param redaction what stands for the value if it is redacted
   */
  record Treatment(InspectionAction action, Redaction redaction) {}

  private static final Comparator<Treatment> STRICTNESS =
      Comparator.comparing(Treatment::action).thenComparing(Treatment::redaction);

  private final List<InspectionProfile> profiles;
  private final Instant now;

  Treatments(List<InspectionProfile> profiles, Instant now) {
    this.profiles = profiles;
    this.now = now;
  }

  /** The strictest treatment that a profile has for a finding; empty if it is none to any. */
  Optional<Treatment> of(String detector, Kind kind, Confidence confidence) {
    @Nullable Treatment strictest = null;
    for (InspectionProfile profile : profiles) {
      if (confidence.compareTo(profile.confidence()) >= 0 && looksFor(profile, detector, kind)) {
        InspectionAction action = action(profile, detector, kind);
        strictest = stricter(strictest, new Treatment(action, profile.redaction()));
      }
    }
    return Optional.ofNullable(strictest);
  }

  private static Treatment stricter(@Nullable Treatment one, Treatment other) {
    return one == null || STRICTNESS.compare(one, other) < 0 ? other : one;
  }

  /** Whether a profile names a detector, or its kind. */
  static boolean looksFor(InspectionProfile profile, String detector, Kind kind) {
    return profile.detectors().contains(detector)
        || profile.detectors().contains(Catalogue.word(kind));
  }

  private InspectionAction action(InspectionProfile profile, String detector, Kind kind) {
    Optional<Instant> reportUntil = entry(profile.reportOnly(), detector, kind);
    if (reportUntil.filter(now::isBefore).isPresent()) {
      return InspectionAction.REPORT;
    }
    return entry(profile.actions(), detector, kind).orElse(profile.action());
  }

  /** The entry of a detector, or else that of its kind. */
  private static <V> Optional<V> entry(Map<String, V> entries, String detector, Kind kind) {
    return Optional.ofNullable(entries.get(detector))
        .or(() -> Optional.ofNullable(entries.get(Catalogue.word(kind))));
  }

  /** Whether a header field is inspected: one profile that does not exempt it is enough. */
  boolean inspects(String headerName) {
    return !profiles.stream()
        .allMatch(
            profile -> profile.exemptHeaders().stream().anyMatch(headerName::equalsIgnoreCase));
  }

  /** What is done about what cannot be read. */
  InspectionAction unreadable() {
    return profiles.stream()
        .map(InspectionProfile::unreadable)
        .max(InspectionAction::compareTo)
        .orElse(InspectionAction.DENY);
  }
}
