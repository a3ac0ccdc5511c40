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
  private final String policyId;
  private final Effect effect;
  private final Reason reason;
  private final List<Obligation> obligations;
  private final List<Advice> advice;
  private final @Nullable Prepared prepared;

  /** The decisions of every phase; {@code pending} is that of a request to be asked again. */
  private record Prepared(Decision pending, Decision request, Decision connect, Decision body) {}

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
    this.prepared = prepare ? prepare() : null;
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

  private Prepared prepare() {
    return new Prepared(
        decision(Phase.REQUEST, true),
        decision(Phase.REQUEST, false),
        decision(Phase.CONNECT, false),
        decision(Phase.BODY, false));
  }

  /** This denial by a rule, because of an address. */
  Verdict about(IpAddress address) {
    Reason.Builder named = Reason.builder(reason.code()).address(address, null);
    RuleRef rule = reason.rule();
    return deny(policyId, rule == null ? named.build() : named.rule(rule).build());
  }

  /**
   * This verdict as a decision.
   *
   * @param pending whether the addresses are not known, so that an ALLOW obliges to check them
   */
  Decision at(Phase phase, boolean pending) {
    if (prepared == null) {
      return decision(phase, pending);
    }
    return switch (phase) {
      case REQUEST -> pending ? prepared.pending : prepared.request;
      case CONNECT -> prepared.connect;
      case BODY -> pending ? decision(phase, true) : prepared.body;
    };
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
    return effect == other.effect
        && reason.code() == other.reason.code()
        && Objects.equals(id(), other.id());
  }

  private @Nullable String id() {
    RuleRef rule = reason.rule();
    return rule == null ? null : rule.id();
  }
}
