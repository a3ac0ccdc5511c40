package io.egressrules.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.plan.Plan;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final Group<DomainPattern> LIST =
      Group.of("list", List.of(DomainPattern.parse("a.example")), SourceLocation.BUILDER);

  private static List<Plan> plans(String... hosts) {
    return Planner.plans(
        Stream.of(hosts)
            .map(
                host ->
                    Policy.builder("test")
                        .hostGroup(LIST)
                        .rule(
                            Rule.deny("d")
                                .hosts(host)
                                .except(Condition.builder().hosts("$list").build()))
                        .build())
            .map(policy -> PolicyCompiler.form(policy, new Problems()))
            .toList(),
        planned -> {});
  }

  @Test
  void plansOfPoliciesTogetherHaveOneTableOfNamesAndOneOfCidrs() {
    List<Plan> plans = plans("*.example", "*.example");
    assertThat(plans.get(0).names().table()).isSameAs(plans.get(1).names().table());
    assertThat(plans.get(0).cidrs().table()).isSameAs(plans.get(1).cidrs().table());
  }

  @Test
  void exceptionsThatReferToOneListHaveOneTable() {
    assertThat(plans("*.example", "*.test"))
        .extracting(plan -> plan.rules().get(0).exceptions().get(0).hosts())
        .doesNotContainNull()
        .satisfies(tables -> assertThat(tables.get(0)).isSameAs(tables.get(1)));
  }
}
