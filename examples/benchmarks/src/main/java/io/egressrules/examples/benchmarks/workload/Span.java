package io.egressrules.examples.benchmarks.workload;

/**
 * Where a value was found.
 *
 * @param rule the rule that found it
 * @param start the offset of its first byte
 * @param end the offset after its last
 */
public record Span(String rule, long start, long end) {}
