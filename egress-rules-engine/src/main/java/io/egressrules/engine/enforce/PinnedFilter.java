package io.egressrules.engine.enforce;

import io.egressrules.Decision;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.Target;
import io.egressrules.spi.DecisionListener;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filter of one call, whatever is swapped in meanwhile: asks it, tells the listeners, and words
 * what is denied. Nothing that a filter or a listener throws gets past it.
 */
final class PinnedFilter {
  private static final String NO_POLICY = "(none)";

  private final @Nullable EgressFilter filter;
  private final List<DecisionListener> listeners;
  private final @Nullable Target redirectedFrom;
  private final String policyId;

  private PinnedFilter(
      @Nullable EgressFilter filter,
      List<DecisionListener> listeners,
      @Nullable Target redirectedFrom) {
    this.filter = filter;
    this.listeners = listeners;
    this.redirectedFrom = redirectedFrom;
    this.policyId = policyIdOf(filter);
  }

  /** Pins the filter that a guard has now, for a call as its caller makes it. */
  static PinnedFilter of(EgressGuard guard) {
    return new PinnedFilter(current(guard), guard.listeners(), null);
  }

  /** Pins the filter that a guard has now, for a request that another was redirected to. */
  static PinnedFilter of(EgressGuard guard, Admission redirectedFrom) {
    return new PinnedFilter(current(guard), guard.listeners(), redirectedFrom.target());
  }

  /** The filter of the moment; a source that has none, or throws, denies everything. */
  private static @Nullable EgressFilter current(EgressGuard guard) {
    try {
      return guard.filter();
    } catch (Throwable failure) {
      return null;
    }
  }

  private static String policyIdOf(@Nullable EgressFilter filter) {
    try {
      return filter == null ? NO_POLICY : Objects.requireNonNull(filter.policyId());
    } catch (Throwable failure) {
      return NO_POLICY;
    }
  }

  /** Takes one step of the sequence; whatever it throws beside a denial is a denial. */
  <T> T step(EgressRequest request, Step<T> step) throws EgressDeniedException {
    try {
      return step.take();
    } catch (EgressDeniedException denied) {
      throw denied;
    } catch (Throwable failure) {
      throw denial(request, ReasonCode.INTERNAL_FAILURE);
    }
  }

  /** Decides, tells the listeners, and throws a denial. */
  Decision require(EgressRequest request) throws EgressDeniedException {
    return settle(request, decide(request));
  }

  /** Tells the listeners what was decided, and throws a denial. */
  Decision settle(EgressRequest request, Decision decision) throws EgressDeniedException {
    tell(request, decision);
    if (!decision.isAllowed()) {
      throw denied(request, decision, explain(request));
    }
    return decision;
  }

  /** Decides and tells nobody. */
  Decision decide(EgressRequest request) {
    try {
      return Objects.requireNonNull(Objects.requireNonNull(filter).decide(request));
    } catch (Throwable failure) {
      return Decision.deny(request.phase(), Reason.of(ReasonCode.INTERNAL_FAILURE), policyId);
    }
  }

  /** A denial that the guard itself decides. */
  EgressDeniedException denial(EgressRequest request, ReasonCode code) {
    return denial(request, Reason.of(code));
  }

  /** A denial that the guard itself decides. */
  EgressDeniedException denial(EgressRequest request, Reason reason) {
    Decision decision = Decision.deny(request.phase(), reason, policyId);
    tell(request, decision);
    return denied(request, decision, null);
  }

  private EgressDeniedException denied(
      EgressRequest request, Decision decision, @Nullable Explanation explanation) {
    return new EgressDeniedException(
        decision, DenialText.of(request, redirectedFrom, decision, explanation));
  }

  void tell(EgressRequest request, Decision decision) {
    for (DecisionListener listener : listeners) {
      try {
        listener.decided(request, decision);
      } catch (Throwable dropped) {
        // A listener cannot change a decision.
      }
    }
  }

  /**
   * Whether a client with these abilities can enforce the policy; having none, it denies all
   * anyway.
   */
  boolean isWithin(EgressGuard guard, ClientAbilities abilities) {
    return filter == null || guard.gaps(filter, abilities).isEmpty();
  }

  private @Nullable Explanation explain(EgressRequest request) {
    try {
      return filter == null ? null : filter.explain(request);
    } catch (Throwable failure) {
      return null;
    }
  }

  /** One step of the sequence. */
  @FunctionalInterface
  interface Step<T> {
    T take() throws EgressDeniedException;
  }
}
