package io.egressrules.engine.oracle;

import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** A candidate policy reports what it would decide, and changes nothing else. */
class ShadowProperties {
  private static final CompileOptions OPTIONS =
      CompileOptions.DEFAULT.clock(InstantSource.fixed(Vocabulary.NOW)).seed(7);

  private static EgressFilter filter(PolicyText policy) {
    return EgressRules.compile(policy.policy(), OPTIONS);
  }

  @Test
  void theLivePolicyDecidesAndTheCandidateIsTheWouldBe() {
    PolicyText candidate = Policies.small(Draw.of("candidate", 0));
    Law law =
        policy -> {
          EgressFilter live = filter(policy);
          EgressFilter next = filter(candidate);
          EgressFilter shadow = EgressRules.shadow(live, next);
          return text -> {
            EgressRequest request = text.request();
            Verdict decided = Verdict.of(live.decide(request));
            Verdict other = Verdict.of(next.decide(request));
            return Law.same(
                decided.hasOutcomeOf(other) ? decided : decided.wouldBe(other),
                Verdict.of(shadow.decide(request)));
          };
        };
    law.holds("shadow", 60, 100);
  }
}
