/**
 * Sees through the structure and the encodings of a body: from its bytes it derives the texts that
 * a receiver may make of them, each with the way back to the bytes it came from.
 */
@NullMarked
package io.egressrules.dlp.decode;

import org.jspecify.annotations.NullMarked;
