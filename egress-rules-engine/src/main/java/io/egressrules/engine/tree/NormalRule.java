package io.egressrules.engine.tree;

import io.egressrules.policy.Effect;
import io.egressrules.policy.Rule;
import java.util.List;

/**
 * A rule whose groups are resolved.
 *
 * @param rule the rule as written
 * @param condition its condition
 * @param exceptions its exceptions
 */
public record NormalRule(Rule rule, NormalCondition condition, List<NormalCondition> exceptions) {

  /**
   * A rule whose groups are resolved.
   *
   * @param rule the rule as written
   * @param condition its condition
   * @param exceptions its exceptions
   */
  public NormalRule {
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Whether the rule allows.
   *
   * @return false for a deny rule
   */
  public boolean isAllow() {
    return rule.effect() == Effect.ALLOW;
  }
}
