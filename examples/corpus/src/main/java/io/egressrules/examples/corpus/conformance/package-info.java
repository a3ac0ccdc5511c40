/** Conformance tests of standards, and what other parsers read. */
@NullMarked
package io.egressrules.examples.corpus.conformance;

import org.jspecify.annotations.NullMarked;
