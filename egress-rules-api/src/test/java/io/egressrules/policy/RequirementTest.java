package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequirementTest {

  @Test
  void nothingIsRequiredUntilItIsWritten() {
    assertThat(Requirement.NONE.isTls()).isFalse();
    assertThat(Requirement.NONE.profiles()).isEmpty();
    assertThat(Requirement.NONE).hasToString("{tls: false, inspect: []}");
  }

  @Test
  void requirementsAddUpAndNeverFallAway() {
    Requirement both = Requirement.NONE.inspect("pii").tls().inspect("keys", "pii");
    assertThat(both.isTls()).isTrue();
    assertThat(both.profiles()).containsExactly("pii", "keys");
    assertThat(both).hasToString("{tls: true, inspect: [pii, keys]}");
    assertThat(Requirement.TLS.inspect("pii").isTls()).isTrue();
  }

  @Test
  void addingARequirementChangesNothingElsewhere() {
    Requirement pii = Requirement.NONE.inspect("pii");
    assertThat(pii.inspect("keys")).isNotEqualTo(pii);
    assertThat(pii.profiles()).containsExactly("pii");
    assertThat(Requirement.NONE.tls()).isEqualTo(Requirement.TLS);
    assertThat(Requirement.NONE.isTls()).isFalse();
  }

  @Test
  void equalRequirementsAreEqualInAnyOrderOfProfiles() {
    assertThat(Requirement.TLS.inspect("a", "b"))
        .isEqualTo(Requirement.NONE.inspect("b").inspect("a").tls())
        .hasSameHashCodeAs(Requirement.NONE.inspect("b").inspect("a").tls())
        .isNotEqualTo(Requirement.NONE.inspect("a", "b"))
        .isNotEqualTo(Requirement.TLS.inspect("a"))
        .isNotEqualTo("tls");
  }
}
