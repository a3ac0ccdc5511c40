package io.egressrules.engine.tree;

import io.egressrules.BodyFacts;
import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressCall;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Finding;
import io.egressrules.Phase;
import io.egressrules.PreparedTarget;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.Target;
import io.egressrules.net.TargetView;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.RuleRef;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled policy: the order in which SEMANTICS.md asks its questions. */
public final class TreeFilter implements EgressFilter {
  private final String policyId;
  private final LevelZero levelZero;
  private final NameBlocks names;
  private final FactIndex facts;

  /** The facts that rules ask for which no name leads to, as bits. */
  private final long askedAnyway;

  private final Addresses addresses;
  private final Reporting reporting;
  private final InstantSource clock;
  private final Explainer explainer;
  private final Set<Capability> needs;
  private final TreeStatistics statistics;
  private final long bytes;
  private final Verdict metadata;
  private final Verdict failure;

  TreeFilter(TreeParts parts) {
    this.policyId = parts.policyId();
    this.levelZero = parts.levelZero();
    this.names = parts.names();
    this.facts = parts.facts();
    this.askedAnyway = parts.askedAnyway();
    this.addresses = parts.addresses();
    this.reporting = parts.reporting();
    this.clock = parts.clock();
    this.explainer = parts.explainer();
    this.needs = parts.needs();
    this.statistics = parts.statistics();
    this.bytes = parts.bytes();
    this.metadata = Verdict.deny(policyId, Reason.of(ReasonCode.METADATA_HOST)).prepared();
    this.failure = Verdict.deny(policyId, Reason.of(ReasonCode.INTERNAL_FAILURE)).prepared();
  }

  @Override
  public Decision decide(EgressCall call) {
    return decide(call, null);
  }

  @Override
  public Explanation explain(EgressRequest request) {
    Trace trace = new Trace();
    Decision decision = decide(request, trace);
    try {
      return explainer.explain(request, decision, trace);
    } catch (RuntimeException | StackOverflowError withoutAdvice) {
      return new Explanation(decision, trace.steps(), null, null);
    }
  }

  /** Whatever goes wrong inside is a denial; this is the one place that sees to it. */
  private Decision decide(EgressCall call, @Nullable Trace trace) {
    try {
      return decision(call, trace);
    } catch (RuntimeException | Error failed) {
      return failed(call);
    }
  }

  /** Nothing is known but the failure; even the request may be null, whatever its type says. */
  private Decision failed(@Nullable EgressCall call) {
    return failure.at(call == null ? Phase.REQUEST : call.phase(), false);
  }

  private Decision decision(EgressCall call, @Nullable Trace trace) {
    Phase phase = call.phase();
    Verdict refused = levelZero.refuse(call);
    if (refused != null) {
      return refused.at(phase, false);
    }
    TargetView target = Objects.requireNonNull(call.target());
    Block host = block(call, target);
    if (host.isMetadata()) {
      return metadata.at(phase, false);
    }
    long stated = facts.of(call, target, host.bits() | askedAnyway);
    long now = reporting.needsClock(host) ? clock.millis() : 0;
    Verdict verdict = verdict(target, host, stated, call, now, trace);
    @Nullable Verdict wouldBe =
        reporting.concerns(host)
            ? verdict(target, host, stated | FactIndex.ALL_ENFORCED, call, now, null)
            : null;
    boolean pending = !target.isIpAddress() && call.addresses() == null;
    return reporting.decision(verdict, wouldBe, call.subject(), phase, pending, now);
  }

  private Block block(EgressCall call, TargetView target) {
    return call.prepared() instanceof PreparedHost prepared
        ? prepared.block(names)
        : names.block(target);
  }

  @Override
  public PreparedTarget prepare(Target target) {
    return new PreparedHost(target);
  }

  /** What the addresses come to, and then what an inspection found. */
  private Verdict verdict(
      TargetView target,
      Block host,
      long stated,
      EgressCall call,
      long now,
      @Nullable Trace trace) {
    Verdict verdict = addresses.decide(target, host, stated, call, now, trace);
    BodyFacts body = call.body();
    Finding denying = body == null || !verdict.isAllowed() ? null : denying(body.findings());
    return denying == null ? verdict : leak(denying, verdict.reason().rule());
  }

  private static @Nullable Finding denying(@Nullable List<Finding> findings) {
    if (findings != null) {
      for (int i = 0; i < findings.size(); i++) {
        if (findings.get(i).action() == InspectionAction.DENY) {
          return findings.get(i);
        }
      }
    }
    return null;
  }

  private Verdict leak(Finding finding, @Nullable RuleRef rule) {
    Reason.Builder reason = Reason.builder(ReasonCode.DLP_MATCH).finding(finding);
    return Verdict.deny(policyId, rule == null ? reason.build() : reason.rule(rule).build());
  }

  @Override
  public String policyId() {
    return policyId;
  }

  @Override
  public Set<Capability> needs() {
    return needs;
  }

  /**
   * How large the structure is.
   *
   * @return figures that were counted when it was built
   */
  public TreeStatistics statistics() {
    return statistics;
  }

  /**
   * What the look-ups of names and addresses take in memory.
   *
   * @return bytes; of what filters share, each has an equal part
   */
  public long bytes() {
    return bytes;
  }

  /** The policy's id and its needs. */
  @Override
  public String toString() {
    return policyId + " " + needs;
  }
}
