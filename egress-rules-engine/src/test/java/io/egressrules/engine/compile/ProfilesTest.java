package io.egressrules.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.EgressRules;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Problem;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProfilesTest {
  private static final SourceLocation PLACE = new SourceLocation("policy.yaml", 7, 3);

  private static Policy.Builder requiring(String... profiles) {
    Requirement inspected = Requirement.NONE.inspect(profiles);
    return Policy.builder("test")
        .rule(Rule.allow("a").hosts("a.example").require(inspected).location(PLACE));
  }

  private static InspectionProfile.Builder profile(String name) {
    return InspectionProfile.builder(name).detectors("secrets").location(PLACE);
  }

  private static void assertOnly(Policy.Builder policy, Problem expected) {
    assertThat(EgressRules.check(policy.build())).containsExactly(expected);
  }

  private static void assertFine(Policy.Builder policy) {
    assertThat(EgressRules.check(policy.build())).isEmpty();
  }

  @Test
  void profilesThatAreDefinedAndRequiredAreFine() {
    assertFine(
        requiring("outbound", "other").profile(profile("outbound")).profile(profile("other")));
  }

  @Test
  void anUnknownProfileIsNamedWithTheOneThatWasMeant() {
    assertOnly(
        requiring("outbound", "outbond").profile(profile("outbound")),
        Problem.warning(
            "unknown-profile",
            PLACE,
            "rule `a` requires profile `outbond`, which is not under `profiles`; did you mean"
                + " `outbound`?"));
  }

  @Test
  void anUnknownProfileLikeNoOtherMayBeAnInspectorsOwn() {
    assertOnly(
        requiring("outbound", "cards").profile(profile("outbound")),
        Problem.warning(
            "unknown-profile",
            PLACE,
            "rule `a` requires profile `cards`, which is not under `profiles`; write it there, unless"
                + " an inspector of yours has it"));
  }

  @Test
  void profilesOfEveryInspectorNeedNoDefinition() {
    assertFine(requiring("secrets", "personal-data", "outbound").profile(profile("outbound")));
  }

  @Test
  void aPolicyWithoutProfilesLeavesThemToTheInspector() {
    assertFine(requiring("cards"));
  }

  @Test
  void aProfileThatNoRuleRequiresIsWorthAWarning() {
    assertOnly(
        Policy.builder("test").profile(profile("outbound")),
        Problem.warning(
            "unused-profile",
            PLACE,
            "no rule requires profile `outbound`; add `require: {inspect: [outbound]}` to one, or"
                + " remove it"));
  }

  @Test
  void aDetectorThatNoProfileLooksForIsWorthAWarning() {
    Policy.Builder policy =
        requiring("outbound")
            .profile(profile("outbound"))
            .detector(DetectorDefinition.of("ticket", "T[0-9]+"));
    assertOnly(
        policy,
        Problem.warning(
            "unused-detector",
            SourceLocation.BUILDER,
            "no profile looks for detector `ticket`; add `ticket` or `own` to `detectors` of one, or"
                + " remove it"));
  }

  @Test
  void aDetectorIsLookedForByItsIdOrByItsKind() {
    for (String word : new String[] {"ticket", "own"}) {
      assertFine(
          requiring("outbound")
              .profile(profile("outbound").detectors(word))
              .detector(DetectorDefinition.of("ticket", "T[0-9]+")));
    }
  }

  @Test
  void aDetectorNamedAsAKindIsRefused() {
    for (String kind : new String[] {"secrets", "personal-data", "own"}) {
      assertOnly(
          Policy.builder("test").detector(DetectorDefinition.of(kind, "x")),
          Problem.error(
              "detector-named-as-kind",
              SourceLocation.BUILDER,
              "detector `" + kind + "` has the name of a kind of detectors; rename it"));
    }
  }

  @Test
  void anExpiryIsNoFinerThanClocks() {
    Instant fine = Instant.parse("2030-01-01T00:00:00.0001Z");
    assertOnly(
        requiring("outbound").profile(profile("outbound").reportOnly("card-number", fine)),
        Problem.error(
            "instant-too-fine",
            PLACE,
            "`card-number: 2030-01-01T00:00:00.000100Z` is finer than a millisecond; write at most"
                + " three decimals"));
  }

  /** Below such a name anybody is exempt. */
  @Test
  void anExemptStarOverAPublicSuffixIsRefused() {
    assertOnly(
        requiring("outbound").profile(profile("outbound").exempt("*.co.uk")),
        Problem.error(
            "star-over-public-suffix",
            PLACE,
            "`*.co.uk` matches every domain registered below `co.uk`; name the domain, as in"
                + " `*.example.co.uk`, or require the profile of fewer rules"));
  }
}
