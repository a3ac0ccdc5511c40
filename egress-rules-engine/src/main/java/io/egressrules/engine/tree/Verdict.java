package io.egressrules.engine.tree;

import io.egressrules.Advice;
import io.egressrules.Decision;
import io.egressrules.Obligation;
import io.egressrules.Outcome;
import io.egressrules.Phase;
import io.egressrules.Reason;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Effect;
import io.egressrules.policy.RuleRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one address, or all together, come to. The same in every phase; {@link #at} makes it a
 * decision of one. The decisions of a verdict that is {@link #prepared} exist already.
 */
final class Verdict {
  private static final Phase[] PHASES = Phase.values();
  private static final @Nullable Decision[] NOT_PREPARED = {};

  private final String policyId;
  private final Effect effect;
  private final Reason reason;
  private final List<Obligation> obligations;
  private final List<Advice> advice;
  private final @Nullable Decision[] decisions;

  private Verdict(
      String policyId,
      Effect effect,
      Reason reason,
      List<Obligation> obligations,
      List<Advice> advice,
      boolean prepare) {
    this.policyId = policyId;
    this.effect = effect;
    this.reason = reason;
    this.obligations = obligations;
    this.advice = advice;
    this.decisions = prepare ? decisions() : NOT_PREPARED;
  }

  static Verdict deny(String policyId, Reason reason) {
    return new Verdict(policyId, Effect.DENY, reason, List.of(), List.of(), false);
  }

  static Verdict allow(
      String policyId, Reason reason, List<Obligation> obligations, List<Advice> advice) {
    return new Verdict(policyId, Effect.ALLOW, reason, obligations, advice, false);
  }

  /** The same verdict, with all its decisions made ahead. */
  Verdict prepared() {
    return new Verdict(policyId, effect, reason, obligations, advice, true);
  }

  /** This denial by a rule, because of an address. */
  Verdict about(IpAddress address) {
    Reason.Builder named = Reason.builder(reason.code()).address(address, null);
    RuleRef rule = reason.rule();
    return deny(policyId, rule == null ? named.build() : named.rule(rule).build());
  }

  private @Nullable Decision[] decisions() {
    @Nullable Decision[] all = new Decision[2 * PHASES.length];
    for (Phase phase : PHASES) {
      all[2 * phase.ordinal()] = decision(phase, false);
      all[2 * phase.ordinal() + 1] =
          effect == Effect.ALLOW ? decision(phase, true) : all[2 * phase.ordinal()];
    }
    return all;
  }

  /**
   * This verdict as a decision.
   *
   * @param pending whether the addresses are not known, so that an ALLOW obliges to check them
   */
  Decision at(Phase phase, boolean pending) {
    Decision decision =
        decisions == NOT_PREPARED ? null : decisions[2 * phase.ordinal() + (pending ? 1 : 0)];
    return decision == null ? decision(phase, pending) : decision;
  }

  private Decision decision(Phase phase, boolean pending) {
    if (effect == Effect.DENY) {
      return Decision.deny(phase, reason, policyId);
    }
    return Decision.allow(phase, reason, pending ? checked() : obligations, advice, policyId);
  }

  private List<Obligation> checked() {
    List<Obligation> all = new ArrayList<>();
    all.add(Obligation.CheckAddresses.INSTANCE);
    all.addAll(obligations);
    return List.copyOf(all);
  }

  boolean isAllowed() {
    return effect == Effect.ALLOW;
  }

  Reason reason() {
    return reason;
  }

  List<Obligation> obligations() {
    return obligations;
  }

  List<Advice> advice() {
    return advice;
  }

  Outcome outcome() {
    return new Outcome(effect, reason);
  }

  /** The level it fell at; for a mixed answer that of the cause (SEMANTICS.md section 3). */
  int level() {
    return reason.cause() == null ? reason.code().level() : reason.cause().level();
  }

  /**
   * Whether effect, code and rule are those of another verdict, so that report-only changed
   * nothing.
   */
  boolean hasOutcomeOf(Verdict other) {
    return this == other
        || effect == other.effect
            && reason.code() == other.reason.code()
            && Objects.equals(id(), other.id());
  }

  private @Nullable String id() {
    RuleRef rule = reason.rule();
    return rule == null ? null : rule.id();
  }
}
