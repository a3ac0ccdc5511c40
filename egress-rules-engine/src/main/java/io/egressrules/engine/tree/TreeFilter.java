package io.egressrules.engine.tree;

import io.egressrules.BodyFacts;
import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Finding;
import io.egressrules.Phase;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.DomainName;
import io.egressrules.net.Target;
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
  private final Addresses addresses;
  private final Reporting reporting;
  private final InstantSource clock;
  private final Explainer explainer;
  private final Set<Capability> needs;
  private final TreeStatistics statistics;
  private final Verdict metadata;
  private final Verdict failure;

  TreeFilter(TreeParts parts) {
    this.policyId = parts.policyId();
    this.levelZero = parts.levelZero();
    this.names = parts.names();
    this.facts = parts.facts();
    this.addresses = parts.addresses();
    this.reporting = parts.reporting();
    this.clock = parts.clock();
    this.explainer = parts.explainer();
    this.needs = parts.needs();
    this.statistics = parts.statistics();
    this.metadata = Verdict.deny(policyId, Reason.of(ReasonCode.METADATA_HOST)).prepared();
    this.failure = Verdict.deny(policyId, Reason.of(ReasonCode.INTERNAL_FAILURE)).prepared();
  }

  @Override
  public Decision decide(EgressRequest request) {
    return decide(request, null);
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
  private Decision decide(EgressRequest request, @Nullable Trace trace) {
    try {
      return decision(request, trace);
    } catch (RuntimeException | Error failed) {
      return failed(request);
    }
  }

  /** Nothing is known but the failure; even the request may be null, whatever its type says. */
  private Decision failed(@Nullable EgressRequest request) {
    return failure.at(request == null ? Phase.REQUEST : request.phase(), false);
  }

  private Decision decision(EgressRequest request, @Nullable Trace trace) {
    Phase phase = request.phase();
    Verdict refused = levelZero.refuse(request);
    if (refused != null) {
      return refused.at(phase, false);
    }
    Target target = Objects.requireNonNull(request.target());
    Block host = names.block(target.host());
    if (host.isMetadata()) {
      return metadata.at(phase, false);
    }
    long stated = facts.of(request, target);
    long now = reporting.needsClock(host) ? clock.millis() : 0;
    Verdict verdict = verdict(target, host, stated, request, now, trace);
    Verdict wouldBe =
        reporting.concerns(host)
            ? verdict(target, host, stated | FactIndex.ALL_ENFORCED, request, now, null)
            : verdict;
    boolean pending = target.host() instanceof DomainName && request.addresses() == null;
    return reporting.decision(verdict, wouldBe, request.subject(), phase, pending, now);
  }

  /** What the addresses come to, and then what an inspection found. */
  private Verdict verdict(
      Target target,
      Block host,
      long stated,
      EgressRequest request,
      long now,
      @Nullable Trace trace) {
    Verdict verdict = addresses.decide(target.host(), host, stated, request, now, trace);
    BodyFacts body = request.body();
    return body != null && verdict.isAllowed() && mustNotLeave(body.findings())
        ? leak(verdict.reason().rule())
        : verdict;
  }

  private static boolean mustNotLeave(@Nullable List<Finding> findings) {
    if (findings != null) {
      for (int i = 0; i < findings.size(); i++) {
        if (findings.get(i).action() == Finding.Action.DENY) {
          return true;
        }
      }
    }
    return false;
  }

  private Verdict leak(@Nullable RuleRef rule) {
    Reason.Builder reason = Reason.builder(ReasonCode.DLP_MATCH);
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

  /** The policy's id and its needs. */
  @Override
  public String toString() {
    return policyId + " " + needs;
  }
}
