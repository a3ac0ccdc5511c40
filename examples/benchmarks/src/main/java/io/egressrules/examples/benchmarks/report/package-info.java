/** What the figures come to: the bars, whether they hold, and how that is written down. */
@NullMarked
package io.egressrules.examples.benchmarks.report;

import org.jspecify.annotations.NullMarked;
