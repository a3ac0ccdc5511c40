package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.oracle.CombinerTable.Answer;
import io.egressrules.engine.oracle.CombinerTable.State;
import io.egressrules.policy.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every combination of up to three rules of every kind, held against the table, the oracle and the
 * engine: how levels combine does not depend on what rules are made of.
 */
class CombinerProperties {
  private static final List<State> STATES = State.all();

  /** Three rules of every kind are many; the normal build takes every eleventh combination. */
  private static final int STRIDE = Draw.FACTOR > 1 ? 1 : 11;

  @Test
  void noRuleAndOneRule() {
    check(List.of());
    STATES.forEach(state -> check(List.of(state)));
  }

  @Test
  void twoRules() {
    for (State first : STATES) {
      for (State second : STATES) {
        check(List.of(first, second));
      }
    }
  }

  @Test
  void threeRules() {
    Random ids = new Random(Draw.SEED);
    int number = 0;
    for (int i = 0; i < STATES.size(); i++) {
      for (int j = i; j < STATES.size(); j++) {
        for (int k = j; k < STATES.size(); k++) {
          if (number++ % STRIDE == 0) {
            List<State> states =
                new ArrayList<>(List.of(STATES.get(i), STATES.get(j), STATES.get(k)));
            Collections.shuffle(states, ids);
            check(states);
          }
        }
      }
    }
  }

  private static void check(List<State> states) {
    List<RuleText> rules =
        IntStream.range(0, states.size()).mapToObj(i -> states.get(i).rule("r" + i)).toList();
    PolicyText text =
        PolicyText.EMPTY.with(rules).reportOnly("2030-01-01T00:00:00Z", List.of("lenient"));
    Policy policy = text.policy();
    Engine engine = new Engine(text);
    for (Answer answer : Answer.values()) {
      for (String subject : List.of("strict", "lenient")) {
        RequestText request = answer.request().with("subject", subject);
        Verdict expected = CombinerTable.verdict(states, answer, subject.equals("lenient"));
        Verdict naive = Oracle.decide(policy, request.request(), request.at());
        assertThat(naive).as("the oracle%n%s%n%s", text, request).isEqualTo(expected);
        assertThat(engine.verdict(request)).as("%s%n%s", text, request).isEqualTo(expected);
      }
    }
  }
}
