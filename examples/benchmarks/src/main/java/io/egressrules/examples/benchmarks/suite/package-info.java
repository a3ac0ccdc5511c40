/** The benchmarks: each suite asks one question of this library and of its peers. */
@NullMarked
package io.egressrules.examples.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
