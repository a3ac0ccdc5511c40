/** What else one could write or use; each answers the same questions in its own way. */
@NullMarked
package io.egressrules.examples.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
