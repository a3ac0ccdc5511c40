package io.egressrules.engine.tree;

import io.egressrules.Decision;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Explanation.Result;
import io.egressrules.Explanation.Step;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.net.AddressClass;
import io.egressrules.net.GateRule;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import io.egressrules.policy.Mode;
import io.egressrules.policy.RuleRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns a recorded evaluation into an explanation: it adds what to change, and the rule that came
 * closest. It decides nothing.
 */
final class Explainer {
  /** How many allow rules are compared with a request that none admits. */
  private static final int MOST_RULES = 10_000;

  private final List<Candidate> candidates;

  private Explainer(List<Candidate> candidates) {
    this.candidates = candidates;
  }

  static Explainer of(List<PlannedRule> rules) {
    return new Explainer(
        rules.stream()
            .filter(rule -> rule.isAllow() && rule.rule().mode() == Mode.ENFORCE)
            .limit(MOST_RULES)
            .map(Candidate::of)
            .toList());
  }

  Explanation explain(EgressRequest request, Decision decision, Trace trace) {
    Target target = request.target();
    if (decision.isAllowed()) {
      return new Explanation(decision, trace.steps(), null, null);
    }
    if (target == null) {
      GateRule refused = decision.reason().gateRule();
      String sentence = refused == null ? null : refused.sentence();
      return new Explanation(decision, trace.steps(), null, sentence);
    }
    Advice advice = advice(request, target, decision.reason(), trace);
    return new Explanation(decision, trace.steps(), advice.nearest, advice.suggestion);
  }

  /** The nearest rule and the suggestion, as far as there are any. */
  private record Advice(@Nullable Step nearest, @Nullable String suggestion) {
    static final Advice NONE = new Advice(null, null);
  }

  private Advice advice(EgressRequest request, Target target, Reason reason, Trace trace) {
    return switch (reason.code()) {
      case TARGET_MALFORMED ->
          new Advice(null, reason.trait() == null ? null : Suggestion.admit(reason.trait()));
      case ADDRESS_GUARDED ->
          reason.addressClass() == AddressClass.LOOPBACK
              ? nearest(request, target, reason.address(), Miss.GRANT)
              : Advice.NONE;
      case DENIED_BY_RULE -> new Advice(null, exceptIn(reason));
      case ADDRESS_SPECIAL -> nearest(request, target, reason.address(), Miss.GRANT);
      case CLEARTEXT_FORBIDDEN,
          SCHEME_FORBIDDEN,
          PORT_FORBIDDEN,
          METHOD_FORBIDDEN,
          PATH_FORBIDDEN ->
          unmet(request, target, reason);
      case NO_RULE_MATCHED -> nearest(request, target, address(request, target), Miss.NONE);
      case RULE_EXPIRED -> expired(reason, trace);
      case ADDRESS_MIXED -> new Advice(null, filterMixed(reason));
      default -> Advice.NONE;
    };
  }

  private static String exceptIn(Reason reason) {
    return "if the call is right, add an `except` to rule " + Suggestion.in(rule(reason));
  }

  private static Advice unmet(EgressRequest request, Target target, Reason reason) {
    for (Miss miss : Miss.values()) {
      if (miss.code() == reason.code()) {
        RuleRef rule = rule(reason);
        return new Advice(
            step(rule, Result.NOT_MATCHED, miss),
            new Suggestion(request, target).forMiss(miss, rule, reason.address()));
      }
    }
    return Advice.NONE;
  }

  private static Advice expired(Reason reason, Trace trace) {
    RuleRef rule = rule(reason);
    Step step =
        trace.steps().stream().filter(each -> each.rule().equals(rule)).findFirst().orElse(null);
    return new Advice(
        step, "if the call is still right, renew `until` of rule " + Suggestion.in(rule));
  }

  private static @Nullable String filterMixed(Reason reason) {
    ReasonCode cause = reason.cause();
    return cause == null || cause.level() < 2
        ? null
        : "to leave the denied addresses out, set `addresses: {mixed-answers: filter}`";
  }

  /**
   * The closest rule.
   *
   * @param otherwise what a rule misses that would have matched but for it
   */
  private Advice nearest(
      EgressRequest request, Target target, @Nullable IpAddress address, Miss otherwise) {
    Nearest.Found found = Nearest.find(candidates, request, target, address, otherwise);
    Suggestion suggestion = new Suggestion(request, target);
    if (found == null || isForOthersAnywhere(found)) {
      return new Advice(null, otherwise == Miss.NONE ? suggestion.forNewRule() : null);
    }
    RuleRef rule = found.rule().ref();
    return new Advice(
        step(rule, Result.NOT_MATCHED, found.miss()),
        found.miss() == Miss.HOSTS
            ? suggestion.forHost(found)
            : suggestion.forMiss(found.miss(), rule, address));
  }

  /** A rule that lets other callers go anywhere is no rule to open for one destination. */
  private static boolean isForOthersAnywhere(Nearest.Found found) {
    return found.miss() == Miss.SUBJECTS && found.rule().hosts() == null;
  }

  private static Step step(RuleRef rule, Result result, Miss miss) {
    return new Step(rule, result, miss.key(), false);
  }

  private static RuleRef rule(Reason reason) {
    return Objects.requireNonNull(reason.rule());
  }

  /** The address that a suggestion is about: that of the host, or the first one stated. */
  private static @Nullable IpAddress address(EgressRequest request, Target target) {
    if (target.host() instanceof IpAddress own) {
      return own;
    }
    List<IpAddress> stated = request.addresses();
    return stated == null || stated.isEmpty() ? null : stated.get(0);
  }
}
