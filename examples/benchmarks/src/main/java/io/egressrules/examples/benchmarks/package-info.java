/** The comparison: what deciding costs, beside what else one could write or use. */
@NullMarked
package io.egressrules.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
