package io.egressrules.engine.tree;

import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.TargetOptions;
import java.util.List;

/**
 * A policy without groups and without order: what the decision structure is built from.
 *
 * @param policyId the content hash
 * @param rules the rules, ascending by id
 * @param reportOnly the callers whose denials are reported only
 * @param target which oddities of targets are refused
 * @param addresses how addresses are judged
 */
public record NormalForm(
    String policyId,
    List<NormalRule> rules,
    List<ReportOnly> reportOnly,
    TargetOptions target,
    AddressOptions addresses) {

  /**
   * A policy without groups and without order.
   *
   * @param policyId the content hash
   * @param rules the rules, ascending by id
   * @param reportOnly the callers whose denials are reported only
   * @param target which oddities of targets are refused
   * @param addresses how addresses are judged
   */
  public NormalForm {
    rules = List.copyOf(rules);
    reportOnly = List.copyOf(reportOnly);
  }
}
