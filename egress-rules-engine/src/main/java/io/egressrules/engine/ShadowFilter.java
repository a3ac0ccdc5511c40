package io.egressrules.engine;

import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressCall;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Outcome;
import io.egressrules.PreparedTarget;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.Target;
import io.egressrules.policy.Effect;
import io.egressrules.policy.RuleRef;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides with one policy, and reports what another would have decided. */
final class ShadowFilter implements EgressFilter {
  private final EgressFilter live;
  private final EgressFilter candidate;

  ShadowFilter(EgressFilter live, EgressFilter candidate) {
    this.live = Objects.requireNonNull(live);
    this.candidate = Objects.requireNonNull(candidate);
  }

  @Override
  public Decision decide(EgressCall call) {
    return withCandidate(live.decide(call), call);
  }

  @Override
  public PreparedTarget prepare(Target target) {
    return live.prepare(target);
  }

  @Override
  public Explanation explain(EgressRequest request) {
    Explanation explained = live.explain(request);
    return new Explanation(
        withCandidate(explained.decision(), request),
        explained.steps(),
        explained.nearest(),
        explained.suggestion());
  }

  /** What the live policy reports of itself gives way to what the candidate would change. */
  private Decision withCandidate(Decision decision, EgressCall call) {
    Outcome other = outcome(call);
    boolean same =
        decision.effect() == other.effect()
            && decision.reason().code() == other.reason().code()
            && Objects.equals(id(decision.reason()), id(other.reason()));
    return same ? decision : decision.withWouldBe(other);
  }

  /** A candidate that fails must not stop the live policy. */
  private Outcome outcome(EgressCall call) {
    try {
      Decision decision = candidate.decide(call);
      return new Outcome(decision.effect(), decision.reason());
    } catch (RuntimeException | StackOverflowError failed) {
      return new Outcome(Effect.DENY, Reason.of(ReasonCode.INTERNAL_FAILURE));
    }
  }

  private static @Nullable String id(Reason reason) {
    RuleRef rule = reason.rule();
    return rule == null ? null : rule.id();
  }

  @Override
  public String policyId() {
    return live.policyId();
  }

  /** Only the live policy is enforced. */
  @Override
  public Set<Capability> needs() {
    return live.needs();
  }
}
