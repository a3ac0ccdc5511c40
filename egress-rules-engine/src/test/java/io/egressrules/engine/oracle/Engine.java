package io.egressrules.engine.oracle;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.Explanation;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.policy.Policy;
import java.time.Instant;

/** The engine, with a clock that shows the instant of each request. */
final class Engine {
  private static final long LOOKUP_SEED = 7;

  private final EgressFilter filter;
  private Instant now = Vocabulary.NOW;

  Engine(PolicyText policy) {
    this(policy, LOOKUP_SEED);
  }

  Engine(PolicyText policy, long lookupSeed) {
    this(policy.policy(), lookupSeed);
  }

  Engine(Policy policy) {
    this(policy, LOOKUP_SEED);
  }

  private Engine(Policy policy, long lookupSeed) {
    CompileOptions options = CompileOptions.DEFAULT.clock(() -> now).seed(lookupSeed);
    filter = EgressRules.compile(policy, options);
  }

  Decision decide(RequestText request) {
    now = request.at();
    return filter.decide(request.request());
  }

  Explanation explain(RequestText request) {
    now = request.at();
    return filter.explain(request.request());
  }

  Verdict verdict(RequestText request) {
    return Verdict.of(decide(request));
  }

  String policyId() {
    return filter.policyId();
  }
}
