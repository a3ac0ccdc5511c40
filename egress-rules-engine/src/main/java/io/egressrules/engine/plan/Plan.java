package io.egressrules.engine.plan;

import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.TargetOptions;
import java.util.List;

/**
 * A policy whose questions are answered as far as they can be before a request is there. Immutable.
 *
 * @param policyId the content hash of the policy
 * @param rules the rules, ascending by id; the place of a rule is its order
 * @param reportOnly the callers whose denials are reported only
 * @param target which oddities of targets are refused
 * @param addresses how addresses are judged
 * @param names where names lead to
 * @param cidrs where addresses lead to
 */
public record Plan(
    String policyId,
    List<PlannedRule> rules,
    List<ReportOnly> reportOnly,
    TargetOptions target,
    AddressOptions addresses,
    PlannedNames names,
    PlannedCidrs cidrs) {

  /**
   * A plan.
   *
   * @param policyId the content hash of the policy
   * @param rules the rules, ascending by id
   * @param reportOnly the callers whose denials are reported only
   * @param target which oddities of targets are refused
   * @param addresses how addresses are judged
   * @param names where names lead to
   * @param cidrs where addresses lead to
   */
  public Plan {
    rules = List.copyOf(rules);
    reportOnly = List.copyOf(reportOnly);
  }
}
