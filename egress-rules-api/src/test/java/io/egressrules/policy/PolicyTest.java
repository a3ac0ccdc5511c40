package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final SourceLocation HERE = new SourceLocation("policy.yaml", 3, 1);
  private static final AddressOptions FILTER =
      new AddressOptions(MixedAnswers.FILTER, List.of(), false);
  private static final ReportOnly BATCH =
      new ReportOnly(List.of("batch*"), Instant.EPOCH, null, SourceLocation.BUILDER);

  private static Policy.Builder words() {
    return Policy.builder("p");
  }

  @Test
  void aNewPolicyHasNoRulesAndTheStrictOptions() {
    Policy policy = Policy.builder("checkout").build();
    assertThat(policy.name()).isEqualTo("checkout");
    assertThat(policy.rules()).isEmpty();
    assertThat(policy.hostGroups()).isEmpty();
    assertThat(policy.cidrGroups()).isEmpty();
    assertThat(policy.reportOnly()).isEmpty();
    assertThat(policy.target()).isEqualTo(TargetOptions.DEFAULT);
    assertThat(policy.addresses()).isEqualTo(AddressOptions.STRICT);
    assertThat(policy).hasToString("checkout (0 rules)");
  }

  @Test
  void everythingWrittenIsKeptInTheAuthorsOrder() {
    Rule b = Rule.deny("b").build();
    TargetOptions refuse = new TargetOptions(Set.of(), Set.of(TargetTrait.DOT_SEGMENTS));
    Policy policy =
        words()
            .hostGroup("z", "a.test", ".b.test")
            .hostGroup(Group.of("a", List.of(DomainPattern.parse("c.test")), HERE))
            .cidrGroup("y", "10.0.0.0/8")
            .cidrGroup(Group.of("a", List.of(Cidr.parse("::1/128")), HERE))
            .rule(b)
            .rule(Rule.allow("a").hosts("$z"))
            .reportOnly(BATCH)
            .target(refuse)
            .addresses(FILTER)
            .build();
    assertThat(policy.hostGroups()).containsOnlyKeys("z", "a");
    assertThat(policy.hostGroups().keySet()).containsExactly("z", "a");
    assertThat(policy.hostGroups().get("z").values())
        .extracting(DomainPattern::toString)
        .containsExactly("a.test", ".b.test");
    assertThat(policy.cidrGroups().keySet()).containsExactly("y", "a");
    assertThat(policy.rules()).containsExactly(b, Rule.allow("a").hosts("$z").build());
    assertThat(policy.reportOnly()).containsExactly(BATCH);
    assertThat(policy.target()).isEqualTo(refuse);
    assertThat(policy.addresses()).isEqualTo(FILTER);
    assertThat(policy).hasToString("p (2 rules)");
  }

  @Test
  void aGroupWrittenTwiceIsRefused() {
    String message = "group `g` is written twice; rename or merge one";
    assertThatThrownBy(() -> words().hostGroup("g", "a.test").hostGroup("g", "a.test"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> words().cidrGroup("g", "10.0.0.0/8").cidrGroup("g"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aRefusedSecondGroupLeavesTheFirst() {
    Policy.Builder policy = words().hostGroup("g", "a.test");
    assertThatThrownBy(() -> policy.hostGroup("g")).isInstanceOf(IllegalArgumentException.class);
    assertThat(policy.build().hostGroups().get("g").values()).hasSize(1);
  }

  @Test
  void hostGroupsAndCidrGroupsDoNotShareNames() {
    Policy policy = words().hostGroup("g", "a.test").cidrGroup("g", "10.0.0.0/8").build();
    assertThat(policy.hostGroups()).containsOnlyKeys("g");
    assertThat(policy.cidrGroups()).containsOnlyKeys("g");
  }

  @Test
  void locationsAndTheOrderOfGroupsDoNotCountForEquality() {
    Policy one = words().hostGroup("a", "a.test").hostGroup("b").rule(Rule.allow("r")).build();
    Policy other =
        words()
            .hostGroup("b")
            .hostGroup(Group.of("a", List.of(DomainPattern.parse("a.test")), HERE))
            .rule(Rule.allow("r").location(HERE))
            .build();
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void everythingElseCountsForEquality() {
    TargetOptions target = new TargetOptions(Set.of(TargetTrait.UNDERSCORE), Set.of());
    List<UnaryOperator<Policy.Builder>> words =
        List.of(
            none -> none,
            p -> Policy.builder("other"),
            p -> p.hostGroup("g", "a.test"),
            p -> p.hostGroup("g", "b.test"),
            p -> p.hostGroup("h", "a.test"),
            p -> p.cidrGroup("g", "10.0.0.0/8"),
            p -> p.cidrGroup("g"),
            p -> p.rule(Rule.allow("a")),
            p -> p.rule(Rule.allow("a")).rule(Rule.allow("b")),
            p -> p.rule(Rule.allow("b")).rule(Rule.allow("a")),
            p -> p.reportOnly(BATCH),
            p -> p.target(target),
            p -> p.addresses(FILTER));
    for (UnaryOperator<Policy.Builder> one : words) {
      Policy policy = one.apply(words()).build();
      for (UnaryOperator<Policy.Builder> other : words) {
        assertThat(policy.equals(other.apply(words()).build())).isEqualTo(one == other);
      }
      assertThat(policy).hasSameHashCodeAs(one.apply(words()).build());
    }
    assertThat(words().build()).isNotEqualTo(null).isNotEqualTo("p");
  }

  @Test
  void laterWordsOfTheBuilderDoNotChangeWhatWasBuilt() {
    Policy.Builder words = words().hostGroup("g").rule(Rule.allow("a"));
    Policy before = words.build();
    words.hostGroup("h").cidrGroup("h").rule(Rule.allow("b")).reportOnly(BATCH).addresses(FILTER);
    assertThat(before).isEqualTo(words().hostGroup("g").rule(Rule.allow("a")).build());
  }
}
