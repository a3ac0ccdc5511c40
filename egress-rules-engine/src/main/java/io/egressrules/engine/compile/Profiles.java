package io.egressrules.engine.compile;

import io.egressrules.engine.tree.EditDistance;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds profiles and detectors that are named and not there, or there and not named. Mostly
 * warnings: inspectors of an application may know profiles of their own.
 */
final class Profiles {
  /** Kinds of detectors, of which there are profiles without any definition. */
  private static final List<String> BUILT_IN = List.of("secrets", "personal-data");

  /** The kind of the policy's own detectors. */
  private static final String OWN = "own";

  private final Problems problems;

  /** What a rule may require. */
  private final Set<String> known = new LinkedHashSet<>(BUILT_IN);

  private final Set<String> required = new LinkedHashSet<>();
  private final Set<String> lookedFor = new LinkedHashSet<>();

  private Profiles(Policy policy, Problems problems) {
    this.problems = problems;
    known.addAll(policy.profiles().keySet());
    policy.rules().forEach(rule -> required.addAll(rule.require().profiles()));
    policy.profiles().values().forEach(profile -> lookedFor.addAll(profile.detectors()));
  }

  static void check(Policy policy, Problems problems) {
    Profiles profiles = new Profiles(policy, problems);
    if (!policy.profiles().isEmpty()) {
      policy.rules().forEach(profiles::checkKnown);
    }
    policy.profiles().values().forEach(profiles::checkRequired);
    policy.detectors().forEach(profiles::check);
  }

  private void checkKnown(Rule rule) {
    for (String name : rule.require().profiles()) {
      if (!known.contains(name)) {
        String meant = EditDistance.nearest(name, known);
        problems.warning(
            "unknown-profile",
            rule.ref().location(),
            "rule `"
                + rule.id()
                + "` requires profile `"
                + name
                + "`, which is not under `profiles`; "
                + (meant == null
                    ? "write it there, unless an inspector of yours has it"
                    : "did you mean `" + meant + "`?"));
      }
    }
  }

  private void checkRequired(InspectionProfile profile) {
    if (!required.contains(profile.name())) {
      problems.warning(
          "unused-profile",
          profile.location(),
          "no rule requires profile `"
              + profile.name()
              + "`; add `require: {inspect: ["
              + profile.name()
              + "]}` to one, or remove it");
    }
  }

  private void check(DetectorDefinition detector) {
    String id = detector.id();
    if (BUILT_IN.contains(id) || id.equals(OWN)) {
      problems.error(
          "detector-named-as-kind",
          detector.location(),
          "detector `" + id + "` has the name of a kind of detectors; rename it");
    } else if (!lookedFor.contains(id) && !lookedFor.contains(OWN)) {
      problems.warning(
          "unused-detector",
          detector.location(),
          "no profile looks for detector `"
              + id
              + "`; add `"
              + id
              + "` or `own` to `detectors` of one, or remove it");
    }
  }
}
