package io.egressrules.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.policy.Confidence;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Redaction;
import io.egressrules.policy.SourceLocation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A policy's identity covers what it says of inspections. */
class InspectionHashTest {
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
  private static final SourceLocation PLACE = new SourceLocation("policy.yaml", 7, 3);

  private static String of(InspectionProfile.Builder... profiles) {
    Policy.Builder policy = Policy.builder("p");
    List.of(profiles).forEach(policy::profile);
    return ContentHash.of(policy.build());
  }

  private static String of(DetectorDefinition... detectors) {
    Policy.Builder policy = Policy.builder("p");
    List.of(detectors).forEach(policy::detector);
    return ContentHash.of(policy.build());
  }

  private static InspectionProfile.Builder profile() {
    return InspectionProfile.builder("a").detectors("secrets");
  }

  private static InspectionProfile.Builder budget(long bytes, long millis, InspectionAction done) {
    return profile().budget(new InspectionBudget(bytes, Duration.ofMillis(millis), done));
  }

  private static DetectorDefinition detector(
      List<String> patterns,
      List<String> near,
      @Nullable String validator,
      double entropy,
      List<String> stopWords,
      Confidence confidence) {
    return new DetectorDefinition(
        "d", patterns, near, validator, entropy, stopWords, confidence, PLACE);
  }

  private static DetectorDefinition detector(List<String> patterns, List<String> near) {
    return detector(patterns, near, null, 0, List.of(), Confidence.LIKELY);
  }

  @Test
  void everyWordOfAProfileChangesIt() {
    assertDistinct(
        of(new InspectionProfile.Builder[0]),
        of(profile()),
        of(InspectionProfile.builder("b").detectors("secrets")),
        of(profile().detectors("own")),
        of(profile().confidence(Confidence.POSSIBLE)),
        of(profile().action(InspectionAction.REPORT)),
        of(profile().action(InspectionAction.REDACT)),
        of(profile().action("secrets", InspectionAction.REPORT)),
        of(profile().action("secrets", InspectionAction.REDACT)),
        of(profile().action("own", InspectionAction.REDACT)),
        of(profile().redaction(Redaction.DROP)),
        of(profile().exempt("a.example")),
        of(profile().exempt(".a.example")),
        of(profile().exemptHeaders()),
        of(profile().exemptHeaders("X-Api-Key")),
        of(profile().reportOnly("secrets", LATER)),
        of(profile().reportOnly("secrets", LATER.plusSeconds(1))),
        of(profile().reportOnly("own", LATER)),
        of(profile().unreadable(InspectionAction.REPORT)),
        of(budget(1, 1, InspectionAction.DENY)),
        of(budget(2, 1, InspectionAction.DENY)),
        of(budget(1, 2, InspectionAction.DENY)),
        of(budget(1, 1, InspectionAction.REPORT)));
  }

  @Test
  void everyWordOfADetectorChangesIt() {
    List<String> x = List.of("x");
    List<String> none = List.of();
    assertDistinct(
        of(new DetectorDefinition[0]),
        of(detector(x, none)),
        of(DetectorDefinition.of("e", "x")),
        of(detector(List.of("y"), none)),
        of(detector(List.of("x", "y"), none)),
        of(detector(x, List.of("y"))),
        of(detector(x, none, "y", 0, none, Confidence.LIKELY)),
        of(detector(x, none, "", 0, none, Confidence.LIKELY)),
        of(detector(x, none, null, 0.5, none, Confidence.LIKELY)),
        of(detector(x, none, null, 0, List.of("y"), Confidence.LIKELY)),
        of(detector(x, none, null, 0, none, Confidence.POSSIBLE)));
  }

  private static void assertDistinct(String... hashes) {
    assertThat(new HashSet<>(List.of(hashes))).hasSameSizeAs(hashes);
  }

  @Test
  void orderRepetitionAndPlacesChangeNothing() {
    InspectionProfile.Builder other = InspectionProfile.builder("b").detectors("own");
    assertThat(
            of(
                other,
                InspectionProfile.builder("a")
                    .detectors("own", "secrets", "own")
                    .action("own", InspectionAction.DENY)
                    .action("secrets", InspectionAction.REPORT)
                    .exempt("b.example", "a.example", "b.example")
                    .exemptHeaders("cookie", "X-A", "Cookie")
                    .reportOnly("own", LATER)
                    .reportOnly("secrets", LATER.plusSeconds(1))
                    .location(PLACE)))
        .isEqualTo(
            of(
                profile()
                    .detectors("own")
                    .action("secrets", InspectionAction.REPORT)
                    .action("own", InspectionAction.DENY)
                    .exempt("a.example", "b.example")
                    .exemptHeaders("x-a", "Cookie")
                    .reportOnly("secrets", LATER.plusSeconds(1))
                    .reportOnly("own", LATER),
                other));
    DetectorDefinition one = detector(List.of("x", "y"), List.of("v", "w"));
    DetectorDefinition same = detector(List.of("y", "x", "y"), List.of("w", "v"));
    DetectorDefinition more = DetectorDefinition.of("e", "x");
    assertThat(of(one, more)).isEqualTo(of(more, same));
  }
}
