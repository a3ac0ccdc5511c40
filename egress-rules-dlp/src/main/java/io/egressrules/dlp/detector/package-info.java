/** What a detector is: patterns, a validator, context, and the confidence they give together. */
@NullMarked
package io.egressrules.dlp.detector;

import org.jspecify.annotations.NullMarked;
