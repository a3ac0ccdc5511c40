/** Ordinary names and URLs, none of which may be refused. */
@NullMarked
package io.egressrules.examples.corpus.traffic;

import org.jspecify.annotations.NullMarked;
