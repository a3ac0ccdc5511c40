package io.egressrules.engine.compile;

import io.egressrules.policy.Policy;
import java.util.List;

/**
 * A policy without groups and without order.
 *
 * @param policyId the content hash
 * @param policy the policy as written
 * @param rules the rules, ascending by id
 */
record NormalForm(String policyId, Policy policy, List<NormalRule> rules) {}
