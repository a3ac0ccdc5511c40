package io.egressrules.engine.plan;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a plan.
 *
 * @param rule the rule; its own hosts, CIDRs and exceptions do not count, and are missing when the
 *     plan was read from a saved form
 * @param hosts null when {@code hosts} is not written; else what explanations compare a host with,
 *     the first patterns of an allow rule, nothing for a deny rule
 * @param cidrs the same of {@code cidrs}
 * @param within the CIDRs that remain to be tested because the rule is found by its hosts, or null
 * @param exceptions the exceptions
 */
public record PlannedRule(
    Rule rule,
    @Nullable List<DomainPattern> hosts,
    @Nullable List<Cidr> cidrs,
    @Nullable CidrTable within,
    List<PlannedException> exceptions) {

  /**
   * A rule of a plan. Its lists of entries are shared with other rules, and never change.
   *
   * @param rule the rule
   * @param hosts the first host patterns, or null when {@code hosts} is not written
   * @param cidrs the first CIDRs, or null when {@code cidrs} is not written
   * @param within the CIDRs that remain to be tested, or null
   * @param exceptions the exceptions
   */
  public PlannedRule {
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
