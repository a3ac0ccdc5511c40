package io.egressrules.engine;

/**
 * How large a compiled policy is, and what its slowest decision costs.
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
