/** Texts that hold secrets or personal data, or do not, and what the inspector finds in them. */
@NullMarked
package io.egressrules.examples.corpus.leak;

import org.jspecify.annotations.NullMarked;
