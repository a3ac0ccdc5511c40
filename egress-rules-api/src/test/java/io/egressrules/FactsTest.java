package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.Finding.Place;
import io.egressrules.Obligation.CheckAddresses;
import io.egressrules.Obligation.ConnectOnlyTo;
import io.egressrules.Obligation.Inspect;
import io.egressrules.Obligation.RequireTls;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Body facts, findings and obligations: small values and their bounds. */
class FactsTest {

  private static Finding finding(long start, long end) {
    return new Finding(
        "jwt", Place.BODY, start, end, Confidence.LIKELY, InspectionAction.DENY, "5f3a", "eyJ…");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "7, 7", "5, 9223372036854775807"})
  void aFindingIsWithinItsPlace(long start, long end) {
    assertThat(finding(start, end).end()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "-2, -1", "1, 0", "9223372036854775807, 0"})
  void aFindingOutsideOfItsPlaceIsRefused(long start, long end) {
    assertThatThrownBy(() -> finding(start, end))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a finding starts at 0 or later and does not end before its start");
  }

  @ParameterizedTest
  @ValueSource(longs = {BodyFacts.UNKNOWN_LENGTH, 0, 1, Long.MAX_VALUE})
  void aBodyHasALengthOrNoneIsKnown(long length) {
    assertThat(BodyFacts.declared(length, null, null).length()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(longs = {-2, Long.MIN_VALUE})
  void aNegativeLengthIsRefused(long length) {
    assertThatThrownBy(() -> BodyFacts.declared(length, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a body has 0 bytes or more, or -1 when unknown");
  }

  @Test
  void findingsAreUnknownBeforeTheInspectionAndMaybeNoneAfterIt() {
    BodyFacts declared = BodyFacts.declared(3, "text/plain", "gzip");
    assertThat(declared.findings()).isNull();
    assertThat(declared.withFindings(List.of()).findings()).isEmpty();
    assertThat(declared.findings()).isNull();
  }

  @Test
  void findingsAreCopiedAndChangeNothingElse() {
    List<Finding> found = new ArrayList<>(List.of(finding(0, 3)));
    BodyFacts inspected = BodyFacts.declared(3, "text/plain", "gzip").withFindings(found);
    found.clear();
    assertThat(inspected.findings()).containsExactly(finding(0, 3));
    assertThat(inspected.length()).isEqualTo(3);
    assertThat(inspected.contentType()).isEqualTo("text/plain");
    assertThat(inspected.contentEncoding()).isEqualTo("gzip");
  }

  @Test
  void everyFactCountsForEquality() {
    List<BodyFacts> facts =
        List.of(
            BodyFacts.declared(3, null, null),
            BodyFacts.declared(4, null, null),
            BodyFacts.declared(3, "text/plain", null),
            BodyFacts.declared(3, null, "gzip"),
            BodyFacts.declared(3, null, null).withFindings(List.of()),
            BodyFacts.declared(3, null, null).withFindings(List.of(finding(0, 3))));
    assertThat(facts).doesNotHaveDuplicates();
    assertThat(BodyFacts.declared(3, "a", "b"))
        .isEqualTo(BodyFacts.declared(3, "a", "b"))
        .hasSameHashCodeAs(BodyFacts.declared(3, "a", "b"))
        .isNotEqualTo("3 bytes");
  }

  @Test
  void textOfABodyHasNothingThatTheCallerWrote() {
    BodyFacts facts = BodyFacts.declared(12, "text/plain; boundary=hunter2", "hunter2");
    assertThat(facts).hasToString("12 bytes");
    assertThat(facts.withFindings(List.of(finding(0, 3)))).hasToString("12 bytes, 1 findings");
    assertThat(BodyFacts.declared(BodyFacts.UNKNOWN_LENGTH, null, null))
        .hasToString("unknown length");
  }

  @Test
  void obligationsCopyTheirData() {
    List<IpAddress> addresses = new ArrayList<>(List.of(IpAddress.parse("192.0.2.1")));
    Set<String> profiles = new LinkedHashSet<>(List.of("pii", "keys"));
    ConnectOnlyTo connect = new ConnectOnlyTo(addresses);
    Inspect inspect = new Inspect(profiles);
    addresses.clear();
    profiles.clear();
    assertThat(connect.addresses()).containsExactly(IpAddress.parse("192.0.2.1"));
    assertThat(inspect.profiles()).containsExactly("pii", "keys");
  }

  @Test
  void anObligationOfNothingIsRefused() {
    assertThatThrownBy(() -> new ConnectOnlyTo(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no address is vetted; deny the call instead");
    assertThatThrownBy(() -> new Inspect(Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an inspection needs a profile; leave the obligation out");
  }

  @Test
  void obligationsWithoutDataAreOneValue() {
    assertThat(new CheckAddresses()).isEqualTo(CheckAddresses.INSTANCE);
    assertThat(new RequireTls()).isEqualTo(RequireTls.INSTANCE);
  }

  /** A kind that a later version adds must be usable where an obligation or advice is asked for. */
  @Test
  void kindsCanBeAdded() {
    record Meter(String name) implements Obligation.Further {}
    record Slow(int millis) implements Advice.Further {}
    Reason reason = Reason.of(ReasonCode.ALLOWED_BY_RULE);
    Decision decision =
        Decision.allow(Phase.BODY, reason, List.of(new Meter("a")), List.of(new Slow(1)), "id");
    assertThat(decision.obligations()).containsExactly(new Meter("a"));
    assertThat(decision.advice()).containsExactly(new Slow(1));
  }
}
