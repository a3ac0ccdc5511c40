package io.egressrules;

import io.egressrules.policy.RuleRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a decision came about: the rules that were looked at, and what to change.
 *
 * @param decision the decision, equal to that of {@link EgressFilter#decide}
 * @param steps the rules that were looked at, in the order of evaluation
 * @param nearest the allow rule that came closest, with the one field that differed; null for an
 *     allowed request or when no rule comes close
 * @param suggestion what to change in the policy or in the call, a lower-case sentence; null when
 *     nothing is to be done
 * @since 0.1
 */
public record Explanation(
    Decision decision, List<Step> steps, @Nullable Step nearest, @Nullable String suggestion) {

  /**
   * What became of a rule in the evaluation.
   *
   * @since 0.1
   */
  public enum Result {
    /** All conditions hold. */
    MATCHED,
    /** A condition does not hold. */
    NOT_MATCHED,
    /** The addresses will tell. */
    UNKNOWN,
    /** An exception holds. */
    EXCEPTED,
    /** The rule has ended. */
    EXPIRED
  }

  /**
   * One rule that was looked at.
   *
   * @param rule the rule
   * @param result what became of it
   * @param field the policy-file key of the condition that decided, or null when all hold
   * @param reportOnly whether the rule takes no effect
   * @since 0.1
   */
  public record Step(RuleRef rule, Result result, @Nullable String field, boolean reportOnly) {
    /**
     * One rule that was looked at.
     *
     * @param rule the rule
     * @param result what became of it
     * @param field the policy-file key of the condition that decided, or null when all hold
     * @param reportOnly whether the rule takes no effect
     */
    public Step {
      Objects.requireNonNull(rule);
      Objects.requireNonNull(result);
    }

    /** {@code rule: RESULT (field)}. */
    @Override
    public String toString() {
      return rule
          + ": "
          + result
          + (field == null ? "" : " (" + field + ")")
          + (reportOnly ? " report-only" : "");
    }
  }

  /**
   * How a decision came about.
   *
   * @param decision the decision
   * @param steps the rules that were looked at, in the order of evaluation
   * @param nearest the allow rule that came closest, or null
   * @param suggestion what to change, or null
   */
  public Explanation {
    Objects.requireNonNull(decision);
    steps = List.copyOf(steps);
  }

  /** One fact a line: the decision, the steps, the nearest rule, the suggestion. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(decision.toString());
    steps.forEach(step -> text.append("\n  ").append(step));
    if (nearest != null) {
      text.append("\n  nearest: ").append(nearest);
    }
    if (suggestion != null) {
      text.append("\n  to change: ").append(suggestion);
    }
    return text.toString();
  }
}
