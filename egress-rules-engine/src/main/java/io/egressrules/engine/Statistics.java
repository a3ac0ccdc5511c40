package io.egressrules.engine;

/**
 * How large a compiled policy is, and what its slowest decision costs.
 *
 * <p>A filter of {@link EgressRules#compileAll} that shares its indexes with others counts the
 * names and CIDRs of all of them. All other figures are its own, and those of {@link
 * EgressRules#compile}.
 *
 * @param rules the rules
 * @param names the names that host patterns are about, those of cloud metadata included
 * @param cidrs the CIDRs that lead to rules
 * @param blocks the different sets of rules that names and addresses lead to
 * @param links the links of their chains
 * @param worstCost the most conditions that a decision on one address tests, whatever the request;
 *     it is what {@link CompileOptions#costLimit} limits
 */
public record Statistics(int rules, int names, int cidrs, int blocks, int links, int worstCost) {}
