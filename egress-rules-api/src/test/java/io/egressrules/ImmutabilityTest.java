package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Scheme;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Entries;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import io.egressrules.policy.TargetOptions;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every collection that a value hands out refuses to be changed, full or empty. */
class ImmutabilityTest {
  private static final SourceLocation HERE = SourceLocation.BUILDER;
  private static final Reason REASON = Reason.of(ReasonCode.ALLOWED_BY_RULE);
  private static final Decision DECISION =
      Decision.allow(Phase.REQUEST, REASON, List.of(), List.of(), "sha256:1");

  static Stream<Object> values() {
    return Stream.concat(policyValues(), requestValues());
  }

  private static Stream<Object> policyValues() {
    return Stream.of(
        Condition.builder().build(),
        Condition.builder()
            .subjects("a")
            .label("k", "v")
            .label("k", "w")
            .label("l", "v")
            .schemes(Scheme.HTTP)
            .ports("1")
            .methods("GET")
            .paths("/")
            .build(),
        new Entries<>(List.of("a"), List.of("g")),
        Group.of("g", List.of("a"), HERE),
        Policy.builder("p").build(),
        Policy.builder("p").hostGroup("g").cidrGroup("g").rule(Rule.allow("r")).build(),
        Requirement.NONE,
        Requirement.NONE.inspect("pii"),
        Rule.deny("r").except(Condition.builder().build()).grant("::1/128").build(),
        new ReportOnly(List.of("*"), Instant.EPOCH, null, HERE),
        new TargetOptions(Set.of(TargetTrait.UNDERSCORE), Set.of()),
        new AddressOptions(MixedAnswers.DENY, List.of(Cidr.parse("::/96")), false),
        new PolicyException(List.of(Problem.error("c", HERE, "m"))));
  }

  private static Stream<Object> requestValues() {
    List<IpAddress> addresses = List.of(IpAddress.parse("::1"));
    return Stream.of(
        DECISION,
        new Explanation(DECISION, List.of(), null, null),
        EgressRequest.toUrl(null).labels(Map.of("k", "v")).addresses(addresses).build(),
        BodyFacts.declared(0, null, null).withFindings(List.of()),
        new Obligation.ConnectOnlyTo(addresses),
        new Obligation.Inspect(new HashSet<>(Set.of("pii"))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void collectionsHandedOutCannotBeChanged(Object value) throws Exception {
    List<Method> accessors =
        Arrays.stream(value.getClass().getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> isCollection(method.getReturnType()))
            .toList();
    assertThat(accessors).isNotEmpty();
    for (Method accessor : accessors) {
      assertUnchangeable(accessor.invoke(value));
    }
  }

  private static boolean isCollection(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  private static void assertUnchangeable(Object collection) {
    if (collection instanceof Map<?, ?> map) {
      assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
      map.values().stream()
          .filter(inner -> isCollection(inner.getClass()))
          .forEach(ImmutabilityTest::assertUnchangeable);
    } else {
      assertThatThrownBy(((Collection<?>) collection)::clear)
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }
}
