package io.egressrules.engine.tree;

/**
 * The size of a decision structure, and what the slowest decision costs.
 *
 * @param rules the rules
 * @param names the names in the index, that patterns are about
 * @param cidrs the CIDRs in the index
 * @param blocks the different blocks that names and addresses lead to
 * @param links the links of their chains
 * @param worstCost the most that a decision on one address takes: conditions tested, and steps of
 *     look-ups
 */
public record TreeStatistics(
    int rules, int names, int cidrs, int blocks, int links, int worstCost) {}
