package io.egressrules.engine.compile;

import io.egressrules.EgressFilter;
import io.egressrules.engine.plan.Plan;

/**
 * What a policy was compiled to.
 *
 * @param plan the plan, which the filter does not hold on to
 * @param filter the filter
 */
public record Compiled(Plan plan, EgressFilter filter) {}
