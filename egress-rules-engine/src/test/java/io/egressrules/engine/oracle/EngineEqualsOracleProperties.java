package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.ReasonCode;
import io.egressrules.policy.Policy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine decides what the oracle decides, for drawn policies and requests. */
class EngineEqualsOracleProperties {
  private final Map<ReasonCode, Integer> seen = new EnumMap<>(ReasonCode.class);

  private Law.ForRequests engineEqualsOracle(PolicyText text) {
    Policy policy = text.policy();
    Engine engine = new Engine(text);
    return request -> {
      Verdict expected = Oracle.decide(policy, request.request(), request.at());
      seen.merge(expected.code(), 1, Integer::sum);
      return Law.same(expected, engine.verdict(request));
    };
  }

  @Test
  void smallPoliciesWhoseRulesMeetOften() {
    Law law = this::engineEqualsOracle;
    law.holds("small", 400, 250);
    for (ReasonCode code :
        List.of(
            ReasonCode.ALLOWED_BY_RULE,
            ReasonCode.ADDRESS_PENDING,
            ReasonCode.REPORT_ONLY,
            ReasonCode.ADDRESS_MIXED,
            ReasonCode.DENIED_BY_RULE,
            ReasonCode.ADDRESS_SPECIAL,
            ReasonCode.ADDRESS_GUARDED,
            ReasonCode.CLEARTEXT_FORBIDDEN,
            ReasonCode.SCHEME_FORBIDDEN,
            ReasonCode.PORT_FORBIDDEN,
            ReasonCode.METHOD_FORBIDDEN,
            ReasonCode.PATH_FORBIDDEN,
            ReasonCode.NO_RULE_MATCHED,
            ReasonCode.RULE_EXPIRED)) {
      assertThat(seen)
          .as("decisions by code")
          .hasEntrySatisfying(code, n -> assertThat(n).isGreaterThan(500));
    }
  }

  @Test
  void manyPathsOnFewHosts() {
    Law law = this::engineEqualsOracle;
    for (int i = 0; i < 20 * Draw.FACTOR; i++) {
      Draw draw = Draw.of("paths", i);
      Vocabulary words = Vocabulary.SMALL;
      law.holds("paths", Policies.ofPaths(draw), new Requests(draw, words), 300);
    }
  }

  @Test
  void largePoliciesWithGroupsOfThousands() {
    Law law = this::engineEqualsOracle;
    for (int i = 0; i < 4 * Draw.FACTOR; i++) {
      Draw draw = Draw.of("large", i);
      Vocabulary words = LargeVocabulary.of(draw);
      law.holds("large", Policies.large(draw, words), new Requests(draw, words), 1500);
    }
  }
}
