package io.egressrules.engine.plan;

import io.egressrules.policy.Condition;
import org.jspecify.annotations.Nullable;

/**
 * An exception of a deny rule.
 *
 * @param condition the condition; its own hosts and CIDRs do not count
 * @param hosts its names, with a number but 0 where they match, or null when {@code hosts} is not
 *     written
 * @param cidrs its CIDRs, or null when {@code cidrs} is not written
 */
public record PlannedException(
    Condition condition, @Nullable NameTable hosts, @Nullable CidrTable cidrs) {}
