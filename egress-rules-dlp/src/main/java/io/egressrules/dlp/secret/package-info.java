/** The shipped detectors of secrets: keys, tokens and passwords, in families. */
@NullMarked
package io.egressrules.dlp.secret;

import org.jspecify.annotations.NullMarked;
