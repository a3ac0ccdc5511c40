package io.egressrules.engine.compile;

import io.egressrules.policy.Rule;
import java.util.List;

/**
 * A rule whose groups are resolved.
 *
 * @param rule the rule as written
 * @param condition its condition
 * @param exceptions its exceptions
 */
record NormalRule(Rule rule, NormalCondition condition, List<NormalCondition> exceptions) {}
