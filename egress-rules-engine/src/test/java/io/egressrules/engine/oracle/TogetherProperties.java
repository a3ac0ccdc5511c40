package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.Statistics;
import io.egressrules.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A policy that is compiled together with others decides and explains as it does alone. */
class TogetherProperties {
  private Instant now = Vocabulary.NOW;
  private int sharing;
  private int all;

  /** The law for a policy among these, at a place. */
  private Law.ForRequests togetherIsAlone(List<Policy> others, int place, PolicyText text) {
    Policy policy = text.policy();
    List<Policy> policies = new ArrayList<>(others);
    policies.add(place, policy);
    List<EgressFilter> filters = EgressRules.compileAll(policies, options(7));
    EgressFilter together = filters.get(place);
    EgressFilter alone = EgressRules.compile(policy, options(8));
    all++;
    sharing += isSharing(filters) ? 1 : 0;
    assertThat(filters).hasSameSizeAs(policies);
    assertThat(together.policyId()).isEqualTo(alone.policyId());
    assertThat(together.needs()).isEqualTo(alone.needs());
    assertThat(ownFigures(together)).isEqualTo(ownFigures(alone));
    return request -> {
      now = request.at();
      EgressRequest asked = request.request();
      String broken = same(alone.decide(asked), together.decide(asked));
      return broken != null ? broken : same(alone.explain(asked), together.explain(asked));
    };
  }

  private CompileOptions options(long seed) {
    return CompileOptions.DEFAULT.clock(() -> now).seed(seed);
  }

  /** Whether the names that filters count are those of all of them. */
  private static boolean isSharing(List<EgressFilter> filters) {
    return filters.stream().map(filter -> EgressRules.statistics(filter).names()).distinct().count()
        == 1;
  }

  private static Statistics ownFigures(EgressFilter filter) {
    Statistics figures = EgressRules.statistics(filter);
    return new Statistics(figures.rules(), 0, 0, figures.blocks(), figures.links(), 0);
  }

  private static @Nullable String same(Object expected, Object actual) {
    return expected.equals(actual) ? null : "expected " + expected + "\nbut was  " + actual;
  }

  private static List<Policy> small(Draw draw, int count) {
    return IntStream.range(0, count).mapToObj(i -> Policies.small(draw).policy()).toList();
  }

  @Test
  void smallPoliciesWhoseNamesCoverEachOther() {
    for (int i = 0; i < 200 * Draw.FACTOR; i++) {
      Draw draw = Draw.of("together", i);
      List<Policy> others = small(draw, 1 + draw.upTo(5));
      int place = draw.upTo(others.size() + 1);
      Law law = text -> togetherIsAlone(others, place, text);
      law.holds("together", Policies.small(draw), new Requests(draw, Vocabulary.SMALL), 60);
    }
    assertThat(sharing).isEqualTo(all);
  }

  @Test
  void largePoliciesWithGroupsOfThousands() {
    Draw draw = Draw.of("together-large", 0);
    Vocabulary words = LargeVocabulary.of(draw);
    List<Policy> others =
        List.of(Policies.large(draw, words).policy(), Policies.large(draw, words).policy());
    Law law = text -> togetherIsAlone(others, 1, text);
    law.holds("together-large", Policies.large(draw, words), new Requests(draw, words), 1500);
    assertThat(sharing).isEqualTo(1);
  }

  @Test
  void aPolicyTogetherWithItself() {
    for (int i = 0; i < 50 * Draw.FACTOR; i++) {
      Draw draw = Draw.of("twice", i);
      PolicyText policy = Policies.small(draw);
      assertThat(EgressRules.compileAll(List.of(policy.policy(), policy.policy()), options(7)))
          .extracting(EgressRules::statistics)
          .containsOnly(EgressRules.statistics(EgressRules.compile(policy.policy(), options(7))));
      Law law = text -> togetherIsAlone(List.of(policy.policy()), 1, text);
      law.holds("twice", policy, new Requests(draw, Vocabulary.SMALL), 30);
    }
  }
}
