package io.egressrules.examples.benchmarks.workload;

import java.util.List;

/**
 * A form of secret that is looked for.
 *
 * @param id lower-case words joined by {@code -}
 * @param pattern in RE2 syntax
 * @param keywords in lower case; one of them stands in each text that the pattern matches
 */
public record LeakRule(String id, String pattern, List<String> keywords) {}
