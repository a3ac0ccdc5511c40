package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.net.Cidr;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RuleTest {
  private static final Instant MONDAY = Instant.parse("2027-01-04T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2027-01-05T00:00:00Z");
  private static final SourceLocation HERE = new SourceLocation("policy.yaml", 7, 9);

  @Test
  void aRuleTakesEffectAndNeverEndsUnlessItIsWritten() {
    Rule rule = Rule.allow("partner-api").hosts("api.partner.test").build();
    assertThat(rule.id()).isEqualTo("partner-api");
    assertThat(rule.effect()).isEqualTo(Effect.ALLOW);
    assertThat(rule.mode()).isEqualTo(Mode.ENFORCE);
    assertThat(rule.condition()).isEqualTo(Condition.builder().hosts("api.partner.test").build());
    assertThat(rule.except()).isEmpty();
    assertThat(rule.require()).isEqualTo(Requirement.NONE);
    assertThat(rule.grant()).isEmpty();
    assertThat(rule.until()).isNull();
    assertThat(rule.reportUntil()).isNull();
    assertThat(rule.ref())
        .isEqualTo(new RuleRef("partner-api", SourceLocation.BUILDER, null, null, null));
    assertThat(rule).hasToString("partner-api: ALLOW {hosts: [api.partner.test]}");
  }

  @Test
  void everythingWrittenIsKept() {
    Condition weekly = Condition.builder().subjects("report").build();
    Rule rule =
        Rule.deny("d")
            .except(weekly)
            .except(Condition.builder().methods("GET").build())
            .require(Requirement.NONE.tls())
            .grant("10.0.0.0/8", "::1/128")
            .grant("127.0.0.0/8")
            .until(TUESDAY)
            .owner("team-a")
            .reason("contract")
            .ticket("NET-1")
            .location(HERE)
            .build();
    assertThat(rule.effect()).isEqualTo(Effect.DENY);
    assertThat(rule.except()).hasSize(2).startsWith(weekly);
    assertThat(rule.require()).isEqualTo(Requirement.TLS);
    assertThat(rule.grant())
        .extracting(Cidr::toString)
        .containsExactly("10.0.0.0/8", "::1/128", "127.0.0.0/8");
    assertThat(rule.until()).isEqualTo(TUESDAY);
    assertThat(rule.ref()).isEqualTo(new RuleRef("d", HERE, "team-a", "contract", "NET-1"));
  }

  @Test
  void reportOnlyAlwaysHasAnEnd() {
    Rule rule = Rule.deny("d").reportUntil(MONDAY).build();
    assertThat(rule.mode()).isEqualTo(Mode.REPORT_ONLY);
    assertThat(rule.reportUntil()).isEqualTo(MONDAY);
    Rule.Builder words = Rule.deny("d");
    assertThatThrownBy(() -> words.reportUntil(null)).isInstanceOf(NullPointerException.class);
    assertThat(words.build().mode()).isEqualTo(Mode.ENFORCE);
  }

  /** An expiry that a configuration does not hold must not make a rule that never ends. */
  @Test
  void anExpiryThatIsNullIsRefused() {
    assertThatThrownBy(() -> Rule.allow("r").until(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void requirementsReplaceEarlierOnes() {
    Rule rule =
        Rule.allow("r").require(Requirement.TLS).require(Requirement.NONE.inspect("pii")).build();
    assertThat(rule.require()).isEqualTo(Requirement.NONE.inspect("pii"));
  }

  @Test
  void whereARuleIsWrittenDoesNotCountForEquality() {
    Rule plain = Rule.allow("r").hosts("$g").build();
    Rule located = Rule.allow("r").hosts("$g").at("$g", HERE).location(HERE).build();
    assertThat(located).isEqualTo(plain).hasSameHashCodeAs(plain);
  }

  @Test
  void everythingElseCountsForEquality() {
    Condition get = Condition.builder().methods("GET").build();
    List<UnaryOperator<Rule.Builder>> words =
        List.of(
            none -> none,
            r -> r.hosts("a.test"),
            r -> r.except(get),
            r -> r.except(get).except(get),
            r -> r.require(Requirement.TLS),
            r -> r.grant("10.0.0.0/8"),
            r -> r.until(MONDAY),
            r -> r.until(TUESDAY),
            r -> r.reportUntil(MONDAY),
            r -> r.reportUntil(TUESDAY),
            r -> r.owner("a"),
            r -> r.owner("b"),
            r -> r.reason("a"),
            r -> r.ticket("a"),
            r -> Rule.allow("other"),
            r -> Rule.deny("r"));
    for (UnaryOperator<Rule.Builder> one : words) {
      Rule rule = one.apply(Rule.allow("r")).build();
      for (UnaryOperator<Rule.Builder> other : words) {
        assertThat(rule.equals(other.apply(Rule.allow("r")).build())).isEqualTo(one == other);
      }
      assertThat(rule).hasSameHashCodeAs(one.apply(Rule.allow("r")).build());
    }
    assertThat(Rule.allow("r").build()).isNotEqualTo(null).isNotEqualTo("r");
  }

  /** Regression: no owner and an empty one were the same. */
  @Test
  void anEmptyTextIsNotAnAbsentOne() {
    Rule none = Rule.allow("r").build();
    assertThat(Rule.allow("r").owner("").build()).isNotEqualTo(none);
    assertThat(Rule.allow("r").reason("").build()).isNotEqualTo(none);
    assertThat(Rule.allow("r").ticket("").build()).isNotEqualTo(none);
  }

  @Test
  void laterWordsOfTheBuilderDoNotChangeWhatWasBuilt() {
    Rule.Builder words = Rule.deny("r").hosts("a.test");
    Rule before = words.build();
    words.hosts("b.test").grant("10.0.0.0/8").owner("late").until(MONDAY);
    words.except(Condition.builder().build());
    assertThat(before).isEqualTo(Rule.deny("r").hosts("a.test").build());
  }
}
