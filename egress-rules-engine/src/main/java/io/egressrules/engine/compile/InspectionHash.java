package io.egressrules.engine.compile;

import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The identity of what a policy says of inspections. */
final class InspectionHash {
  private InspectionHash() {}

  /** The digits of a detector. */
  static String of(DetectorDefinition detector) {
    ContentDigest digest = new ContentDigest();
    digest.text(detector.id());
    digest.set(detector.patterns());
    digest.set(detector.near());
    digest.optional(detector.validator());
    digest.text(String.valueOf(detector.entropyFloor()));
    digest.set(detector.stopWords());
    digest.text(detector.confidence().name());
    return digest.digits();
  }

  /** The digits of a profile. */
  static String of(InspectionProfile profile) {
    ContentDigest digest = new ContentDigest();
    digest.text(profile.name());
    digest.set(profile.detectors());
    digest.text(profile.confidence().name());
    digest.text(profile.action().name());
    map(profile.actions(), digest);
    digest.text(profile.redaction().name());
    digest.set(profile.exempt());
    digest.set(lowerCase(profile.exemptHeaders()));
    map(profile.reportOnly(), digest);
    digest.text(profile.unreadable().name());
    InspectionBudget budget = profile.budget();
    digest.text(String.valueOf(budget.bytes()));
    digest.text(budget.time().toString());
    digest.text(budget.exhausted().name());
    return digest.digits();
  }

  private static List<String> lowerCase(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static void map(Map<String, ?> map, ContentDigest digest) {
    digest.size(map.size());
    new TreeMap<>(map)
        .forEach(
            (key, value) -> {
              digest.text(key);
              digest.text(value.toString());
            });
  }
}
