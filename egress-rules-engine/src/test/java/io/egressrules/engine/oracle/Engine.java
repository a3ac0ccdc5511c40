package io.egressrules.engine.oracle;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.PreparedTarget;
import io.egressrules.UrlCall;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.Target;
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
    CompileOptions options =
        CompileOptions.DEFAULT.clock(() -> now).seed(lookupSeed).costLimit(Integer.MAX_VALUE);
    filter = EgressRules.compile(policy, options);
  }

  Decision decide(RequestText request) {
    now = request.at();
    return filter.decide(request.request());
  }

  /** The decision on the request by way of a handle that another engine may have used before. */
  Decision decide(RequestText text, PreparedTarget handle) {
    now = text.at();
    EgressRequest request = text.request();
    EgressRequest.Builder prepared = EgressRequest.to(handle);
    prepared.subject(request.subject()).labels(request.labels()).method(request.method());
    if (request.addresses() != null) {
      prepared.addresses(request.addresses());
    }
    if (request.body() != null) {
      prepared.body(request.body());
    }
    return filter.decide(prepared.build());
  }

  PreparedTarget prepare(Target target) {
    return filter.prepare(target);
  }

  /** The decision on a call, as it is stated now. */
  Decision decide(UrlCall call, Instant at) {
    now = at;
    return filter.decide(call);
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
