/** What is asked: names, prefixes, policies and requests, made the same way in every run. */
@NullMarked
package io.egressrules.examples.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
