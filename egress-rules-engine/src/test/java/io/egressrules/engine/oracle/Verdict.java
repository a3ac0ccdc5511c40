package io.egressrules.engine.oracle;

import io.egressrules.Decision;
import io.egressrules.Obligation;
import io.egressrules.Outcome;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.policy.Effect;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The part of a decision that SEMANTICS.md fixes.
 *
 * @param effect allow or deny
 * @param code the reason's code
 * @param rule the id of the determining rule, or null
 * @param cause the code behind a mixed answer, or null
 * @param obligations what comes with an ALLOW; inspections are pooled, order does not count
 * @param wouldBe the would-be outcome, or null; it has neither obligations nor a would-be of its
 *     own
 */
record Verdict(
    Effect effect,
    ReasonCode code,
    @Nullable String rule,
    @Nullable ReasonCode cause,
    Set<Obligation> obligations,
    @Nullable Verdict wouldBe) {

  Verdict {
    obligations = pooled(obligations);
  }

  static Verdict deny(ReasonCode code) {
    return deny(code, null);
  }

  static Verdict deny(ReasonCode code, @Nullable String rule) {
    return new Verdict(Effect.DENY, code, rule, null, Set.of(), null);
  }

  static Verdict allow(ReasonCode code, @Nullable String rule, Obligation... obligations) {
    return new Verdict(Effect.ALLOW, code, rule, null, Set.of(obligations), null);
  }

  static Verdict of(Decision decision) {
    Outcome would = decision.wouldBe();
    return of(decision.effect(), decision.reason(), decision.obligations())
        .wouldBe(would == null ? null : of(would.effect(), would.reason(), Set.of()));
  }

  private static Verdict of(Effect effect, Reason reason, Collection<Obligation> obligations) {
    String rule = reason.rule() == null ? null : reason.rule().id();
    return new Verdict(effect, reason.code(), rule, reason.cause(), Set.copyOf(obligations), null);
  }

  /** This verdict under the code ADDRESS_MIXED. */
  Verdict mixed() {
    return new Verdict(effect, ReasonCode.ADDRESS_MIXED, rule, code, obligations, null);
  }

  Verdict with(Collection<? extends Obligation> more) {
    Set<Obligation> all = new HashSet<>(obligations);
    all.addAll(more);
    return new Verdict(effect, code, rule, cause, all, wouldBe);
  }

  Verdict wouldBe(@Nullable Verdict outcome) {
    Verdict bare =
        outcome == null
            ? null
            : new Verdict(
                outcome.effect, outcome.code, outcome.rule, outcome.cause, Set.of(), null);
    return new Verdict(effect, code, rule, cause, obligations, bare);
  }

  boolean isAllowed() {
    return effect == Effect.ALLOW;
  }

  /** This verdict of expired rules, as the denial that it is. */
  Verdict expired() {
    return deny(ReasonCode.RULE_EXPIRED, rule);
  }

  /** The level it fell at; that of its cause for a mixed answer. */
  int level() {
    return cause == null ? code.level() : cause.level();
  }

  /** Whether a report-only entry turns it into an ALLOW; no address is no denial by the policy. */
  boolean mayBeReportOnly() {
    return !isAllowed() && level() >= 2 && code != ReasonCode.DNS_EMPTY;
  }

  /** Whether effect, code and rule are the same. */
  boolean hasOutcomeOf(Verdict other) {
    return effect == other.effect && code == other.code && Objects.equals(rule, other.rule);
  }

  /** One inspection with the profiles of all. */
  private static Set<Obligation> pooled(Set<Obligation> obligations) {
    Set<Obligation> result = new HashSet<>();
    Set<String> profiles = new TreeSet<>();
    for (Obligation obligation : obligations) {
      if (obligation instanceof Obligation.Inspect inspect) {
        profiles.addAll(inspect.profiles());
      } else {
        result.add(obligation);
      }
    }
    if (!profiles.isEmpty()) {
      result.add(new Obligation.Inspect(profiles));
    }
    return Set.copyOf(result);
  }

  @Override
  public String toString() {
    return effect
        + " "
        + code
        + (rule == null ? "" : " by " + rule)
        + (cause == null ? "" : " because " + cause)
        + (obligations.isEmpty() ? "" : " with " + obligations)
        + (wouldBe == null ? "" : "; would be " + wouldBe);
  }
}
