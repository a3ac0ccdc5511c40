package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.net.DomainPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionProfileTest {

  @Test
  void unlessTold_whatIsLikelyOrCannotBeReadIsDenied() {
    InspectionProfile profile = outbound().build();
    assertThat(profile.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(profile.action()).isEqualTo(InspectionAction.DENY);
    assertThat(profile.unreadable()).isEqualTo(InspectionAction.DENY);
    assertThat(profile.budget().exhausted()).isEqualTo(InspectionAction.DENY);
    assertThat(profile.redaction()).isEqualTo(Redaction.MASK);
    assertThat(profile.exempt()).isEmpty();
    assertThat(profile.exemptHeaders()).contains("Authorization");
    assertThat(profile.location()).isEqualTo(SourceLocation.BUILDER);
  }

  @Test
  void aProfileHoldsWhatItWasTold() {
    InspectionProfile profile =
        outbound()
            .confidence(Confidence.POSSIBLE)
            .action(InspectionAction.REPORT)
            .action("card-number", InspectionAction.REDACT)
            .redaction(Redaction.LAST_FOUR)
            .exempt(".payments.example")
            .exemptHeaders("X-Api-Key")
            .reportOnly("jwt", Instant.EPOCH)
            .unreadable(InspectionAction.REPORT)
            .budget(new InspectionBudget(1, Duration.ofMillis(1), InspectionAction.REPORT))
            .build();
    assertThat(profile.name()).isEqualTo("outbound");
    assertThat(profile.detectors()).containsExactly("secrets");
    assertThat(profile.action()).isEqualTo(InspectionAction.REPORT);
    assertThat(profile.actions()).isEqualTo(Map.of("card-number", InspectionAction.REDACT));
    assertThat(profile.redaction()).isEqualTo(Redaction.LAST_FOUR);
    assertThat(profile.exempt()).containsExactly(DomainPattern.parse(".payments.example"));
    assertThat(profile.exemptHeaders()).containsExactly("X-Api-Key");
    assertThat(profile.reportOnly()).isEqualTo(Map.of("jwt", Instant.EPOCH));
    assertThat(profile).hasToString("outbound [secrets]");
  }

  @Test
  void profilesAreEqualWhateverTheirPlace() {
    InspectionProfile here = outbound().location(new SourceLocation("a.yaml", 1, 1)).build();
    assertThat(here).isEqualTo(outbound().build()).hasSameHashCodeAs(outbound().build());
    assertThat(here).isNotEqualTo(outbound().action(InspectionAction.REPORT).build());
    assertThat(here).isNotEqualTo(outbound().unreadable(InspectionAction.REPORT).build());
  }

  @Test
  void aProfileThatLooksForNothingIsRefused() {
    assertThatThrownBy(() -> InspectionProfile.builder("outbound").build())
        .hasMessage("profile `outbound` needs detectors, such as `secrets`");
  }

  @Test
  void whatCannotBeAHeadersNameIsRefused() {
    assertThatThrownBy(() -> outbound().exemptHeaders("X Api"))
        .hasMessageContaining("header `X Api`");
    assertThatThrownBy(() -> outbound().exemptHeaders("")).hasMessageContaining("header");
    assertThat(outbound().exemptHeaders().build().exemptHeaders()).isEmpty();
  }

  @Test
  void whatWasNotReadCannotBeRedacted() {
    assertThatThrownBy(() -> outbound().unreadable(InspectionAction.REDACT))
        .hasMessageContaining("write `deny` or `report`");
    assertThatThrownBy(() -> new InspectionBudget(1, Duration.ofMillis(1), InspectionAction.REDACT))
        .hasMessageContaining("write `deny` or `report`");
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertThatThrownBy(() -> new InspectionBudget(0, Duration.ofMillis(1), InspectionAction.DENY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InspectionBudget(1, Duration.ZERO, InspectionAction.DENY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InspectionBudget(1, Duration.ofMillis(-1), InspectionAction.DENY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Card", "card number", "-card", "card-", "card--number", "card_1"})
  void whatCannotBeADetectorsIdIsRefused(String id) {
    assertThatThrownBy(() -> outbound().detectors(id)).hasMessageContaining("detector `" + id);
    assertThatThrownBy(() -> DetectorDefinition.of(id, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDefinitionNeedsPatternsAndAFloorInRange() {
    assertThatThrownBy(() -> DetectorDefinition.of("acme", ""))
        .hasMessage("detector `acme` holds an empty text, which is everywhere; remove it");
    assertThatThrownBy(() -> floor(8.1)).hasMessageContaining("from 0 to 8");
    assertThatThrownBy(() -> floor(Double.NaN)).hasMessageContaining("from 0 to 8");
    assertThat(floor(8)).isEqualTo(floor(8)).hasSameHashCodeAs(floor(8)).isNotEqualTo(floor(7));
  }

  @Test
  void aNameIsTakenOnceInAPolicy() {
    Policy.Builder policy =
        Policy.builder("p").profile(outbound()).detector(DetectorDefinition.of("acme", "x"));
    assertThatThrownBy(() -> policy.profile(outbound())).hasMessageContaining("written twice");
    assertThatThrownBy(() -> policy.detector(DetectorDefinition.of("acme", "y")))
        .hasMessageContaining("written twice");
    assertThat(policy.build().profiles()).containsOnlyKeys("outbound");
    assertThat(policy.build()).isNotEqualTo(Policy.builder("p").build());
  }

  private static DetectorDefinition floor(double bits) {
    return new DetectorDefinition(
        "acme",
        List.of("x"),
        List.of(),
        null,
        bits,
        List.of(),
        Confidence.LIKELY,
        SourceLocation.BUILDER);
  }

  private static InspectionProfile.Builder outbound() {
    return InspectionProfile.builder("outbound").detectors("secrets");
  }
}
