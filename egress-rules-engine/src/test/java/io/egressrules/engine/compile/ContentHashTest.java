package io.egressrules.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.policy.Condition;
import io.egressrules.policy.Policy;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private static String of(Policy.Builder policy) {
    return ContentHash.of(policy.build());
  }

  private static String of(Rule.Builder rule) {
    return of(Policy.builder("p").rule(rule));
  }

  @Test
  void itIsAPrefixAndTheDigitsOfSha256() {
    assertThat(of(Policy.builder("p"))).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void orderRepetitionAndPlacesChangeNothing() {
    SourceLocation place = new SourceLocation("policy.yaml", 7, 3);
    String one =
        of(
            Policy.builder("p")
                .hostGroup("g", "x.example", "y.example")
                .hostGroup("h", "z.example")
                .rule(Rule.allow("a").hosts("a.example", "$g").ports("1", "2").label("k", "v", "w"))
                .rule(Rule.deny("b").cidrs("8.8.8.0/24").subjects("s", "t")));
    String other =
        of(
            Policy.builder("p")
                .hostGroup("h", "z.example", "z.example")
                .hostGroup("g", "y.example", "x.example")
                .rule(Rule.deny("b").subjects("t", "s", "t").cidrs("8.8.8.0/24").location(place))
                .rule(
                    Rule.allow("a")
                        .hosts("$g", "a.example", "a.example")
                        .at("$g", place)
                        .label("k", "w")
                        .label("k", "v")
                        .ports("2", "1")));
    assertThat(other).isEqualTo(one);
  }

  @Test
  void everyWordChangesIt() {
    List<String> hashes =
        List.of(
            of(Policy.builder("p")),
            of(Policy.builder("q")),
            of(Rule.allow("a")),
            of(Rule.deny("a")),
            of(Rule.allow("b")),
            of(Rule.allow("a").hosts("a.example")),
            of(Rule.allow("a").hosts(".a.example")),
            of(Rule.allow("a").anyHost("why")),
            of(Rule.allow("a").anyHost("because")),
            of(Rule.allow("a").cidrs("8.0.0.0/8")),
            of(Rule.allow("a").grant("10.0.0.0/8")),
            of(Rule.allow("a").subjects("s")),
            of(Rule.allow("a").label("k", "v")),
            of(Rule.allow("a").label("k", "w")),
            of(Rule.allow("a").ports("1")),
            of(Rule.allow("a").methods("GET")),
            of(Rule.allow("a").paths("/a")),
            of(Rule.allow("a").require(Requirement.TLS)),
            of(Rule.allow("a").require(Requirement.NONE.inspect("s"))),
            of(Rule.allow("a").until(LATER)),
            of(Rule.allow("a").reportUntil(LATER)),
            of(Rule.allow("a").owner("o")),
            of(Rule.allow("a").reason("o")),
            of(Rule.allow("a").ticket("o")),
            of(Rule.deny("a").except(Condition.builder().hosts("a.example").build())),
            of(Policy.builder("p").hostGroup("g", "a.example")),
            of(Policy.builder("p").cidrGroup("g", "8.0.0.0/8")),
            of(
                Policy.builder("p")
                    .reportOnly(
                        new ReportOnly(List.of("s"), LATER, null, SourceLocation.BUILDER))));
    Set<String> distinct = new HashSet<>(hashes);
    assertThat(distinct).hasSameSizeAs(hashes);
  }

  @Test
  void theOrderOfExceptionsChangesNothing() {
    Condition first = Condition.builder().hosts("a.example", "b.example").build();
    Condition alike = Condition.builder().hosts("b.example", "a.example").build();
    Condition second = Condition.builder().hosts("aa.example").build();
    assertThat(of(Rule.deny("a").except(first).except(second)))
        .isEqualTo(of(Rule.deny("a").except(second).except(alike)));
  }
}
