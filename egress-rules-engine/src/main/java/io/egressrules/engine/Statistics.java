package io.egressrules.engine;

/**
 * How large a compiled policy is, and what its slowest decision costs.
 *
 * <p>A filter of {@link EgressRules#compileAll} that shares its indexes with others counts the
 * names and CIDRs of all of them, and the steps of look-ups among these. All else is its own, as if
 * it were compiled alone.
 *
 * @param rules the rules
 * @param names the names that host patterns are about, those of cloud metadata included
 * @param cidrs the CIDRs that lead to rules
 * @param blocks the different sets of rules that names and addresses lead to
 * @param links the links of their chains
 * @param worstCost the most that a decision on one address takes, whatever the request: conditions
 *     tested, labels of the host walked and compared, steps to the longest prefix. It is what
 *     {@link CompileOptions#costLimit} limits; a step takes a few nanoseconds
 */
public record Statistics(int rules, int names, int cidrs, int blocks, int links, int worstCost) {}
