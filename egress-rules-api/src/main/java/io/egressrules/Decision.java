package io.egressrules;

import io.egressrules.policy.Effect;
import io.egressrules.policy.Mode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of one request: an effect, why, and what comes with it.
 *
 * <p>Immutable; filters build their common decisions ahead and hand out the same ones again and
 * again.
 *
 * @since 0.1
 */
public final class Decision {
  private final Effect effect;
  private final Phase phase;
  private final Reason reason;
  private final @Nullable Outcome wouldBe;
  private final List<Obligation> obligations;
  private final List<Advice> advice;
  private final String policyId;

  private Decision(
      Effect effect,
      Phase phase,
      Reason reason,
      @Nullable Outcome wouldBe,
      List<Obligation> obligations,
      List<Advice> advice,
      String policyId) {
    this.effect = Objects.requireNonNull(effect);
    this.phase = Objects.requireNonNull(phase);
    this.reason = Objects.requireNonNull(reason);
    this.wouldBe = wouldBe;
    this.obligations = List.copyOf(obligations);
    this.advice = List.copyOf(advice);
    this.policyId = Objects.requireNonNull(policyId);
  }

  /**
   * A decision to let the call be made.
   *
   * @param phase how much was known
   * @param reason why
   * @param obligations what must be discharged, or the call is denied
   * @param advice what may be ignored
   * @param policyId the content hash of the policy that decided
   * @return the decision
   */
  public static Decision allow(
      Phase phase,
      Reason reason,
      List<Obligation> obligations,
      List<Advice> advice,
      String policyId) {
    return new Decision(Effect.ALLOW, phase, reason, null, obligations, advice, policyId);
  }

  /**
   * A decision that the call must not be made.
   *
   * @param phase how much was known
   * @param reason why
   * @param policyId the content hash of the policy that decided
   * @return the decision
   */
  public static Decision deny(Phase phase, Reason reason, String policyId) {
    return new Decision(Effect.DENY, phase, reason, null, List.of(), List.of(), policyId);
  }

  /**
   * This decision, and what it would have been if everything report-only were enforced.
   *
   * @param outcome the other effect or reason
   * @return a copy with that outcome
   */
  public Decision withWouldBe(Outcome outcome) {
    Objects.requireNonNull(outcome);
    return new Decision(effect, phase, reason, outcome, obligations, advice, policyId);
  }

  /**
   * Whether the call may be made.
   *
   * @return allow or deny
   */
  public Effect effect() {
    return effect;
  }

  /**
   * Whether the call may be made once the obligations are discharged.
   *
   * @return true when the effect is allow
   */
  public boolean isAllowed() {
    return effect == Effect.ALLOW;
  }

  /**
   * Whether something report-only would have changed the decision.
   *
   * @return report-only when {@link #wouldBe()} is stated
   */
  public Mode mode() {
    return wouldBe == null ? Mode.ENFORCE : Mode.REPORT_ONLY;
  }

  /**
   * How much was known of the request.
   *
   * @return the phase
   */
  public Phase phase() {
    return phase;
  }

  /**
   * Why the effect is what it is.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * What the decision would have been if everything report-only were enforced.
   *
   * @return the other outcome, or null when it would have been the same
   */
  public @Nullable Outcome wouldBe() {
    return wouldBe;
  }

  /**
   * What must be discharged, or the call is denied.
   *
   * @return the obligations; empty for a denial
   */
  public List<Obligation> obligations() {
    return obligations;
  }

  /**
   * What may be ignored.
   *
   * @return the advice
   */
  public List<Advice> advice() {
    return advice;
  }

  /**
   * Which policy decided.
   *
   * @return the policy's content hash
   */
  public String policyId() {
    return policyId;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decision that
        && effect == that.effect
        && phase == that.phase
        && reason.equals(that.reason)
        && Objects.equals(wouldBe, that.wouldBe)
        && obligations.equals(that.obligations)
        && advice.equals(that.advice)
        && policyId.equals(that.policyId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(effect, phase, reason);
  }

  /** The effect, the code and the private sentence; for the people who own the service. */
  @Override
  public String toString() {
    String head = effect + " " + reason.code() + " at " + phase + ": " + reason.privateText();
    return wouldBe == null
        ? head
        : head + "; would be " + wouldBe.effect() + " " + wouldBe.reason().code();
  }
}
