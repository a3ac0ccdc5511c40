package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.dlp.personal.PersonalData;
import io.egressrules.dlp.secret.Secrets;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Detectors by id. Immutable; safe for use by several threads.
 *
 * @since 0.1
 */
public final class Catalogue {
  /** The detectors that come with this library: DETECTORS.md lists them. */
  public static final Catalogue STANDARD = new Catalogue(standard());

  /** The profiles that exist without being written. */
  static final List<InspectionProfile> PROFILES =
      List.of(
          InspectionProfile.builder(word(Kind.SECRET)).detectors(word(Kind.SECRET)).build(),
          InspectionProfile.builder(word(Kind.PERSONAL)).detectors(word(Kind.PERSONAL)).build());

  private final Map<String, Detector> detectors;

  private Catalogue(Collection<Detector> all) {
    detectors = new LinkedHashMap<>();
    for (Detector detector : all) {
      if (isKind(detector.id()) || detectors.put(detector.id(), detector) != null) {
        throw new IllegalArgumentException(
            "there is a detector `" + detector.id() + "` already; choose another id");
      }
    }
  }

  private static List<Detector> standard() {
    List<Detector> all = new ArrayList<>(Secrets.all());
    all.addAll(PersonalData.all());
    return all;
  }

  /** The word by which profiles name all detectors of a kind. */
  static String word(Kind kind) {
    return switch (kind) {
      case SECRET -> "secrets";
      case PERSONAL -> "personal-data";
      case OWN -> "own";
    };
  }

  private static boolean isKind(String word) {
    return List.of(Kind.values()).stream().anyMatch(kind -> word(kind).equals(word));
  }

  /**
   * The detectors.
   *
   * @return all of them, in the order of the catalogue
   */
  public List<Detector> detectors() {
    return List.copyOf(detectors.values());
  }

  /**
   * The detector of an id.
   *
   * @param id the id
   * @return the detector; empty if there is none
   */
  public Optional<Detector> detector(String id) {
    return Optional.ofNullable(detectors.get(id));
  }

  /** This catalogue and a detector. */
  Catalogue with(Detector detector) {
    List<Detector> all = new ArrayList<>(detectors.values());
    all.add(detector);
    return new Catalogue(all);
  }

  /** This catalogue and detectors of a policy. */
  Catalogue with(List<DetectorDefinition> definitions) {
    List<Detector> all = new ArrayList<>(detectors.values());
    definitions.forEach(definition -> all.add(Definitions.detector(definition)));
    return new Catalogue(all);
  }

  /**
   * The detectors that some profiles look for.
   *
   * @param others ids that may be named and are of no detector here
   * @throws IllegalArgumentException if a profile names a detector that there is not
   */
  List<Detector> named(Collection<InspectionProfile> profiles, Set<String> others) {
    profiles.forEach(profile -> requireKnown(profile, others));
    return detectors.values().stream()
        .filter(
            detector ->
                profiles.stream()
                    .anyMatch(
                        profile -> Treatments.looksFor(profile, detector.id(), detector.kind())))
        .toList();
  }

  private void requireKnown(InspectionProfile profile, Set<String> others) {
    List<String> named = new ArrayList<>(profile.detectors());
    named.addAll(profile.actions().keySet());
    named.addAll(profile.reportOnly().keySet());
    for (String word : named) {
      if (!isKind(word) && !detectors.containsKey(word) && !others.contains(word)) {
        throw new IllegalArgumentException(
            "profile `"
                + profile.name()
                + "` names a detector `"
                + word
                + "` that there is not; DETECTORS.md lists them");
      }
    }
  }
}
