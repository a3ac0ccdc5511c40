/** Detectors of secrets. */
@NullMarked
package io.egressrules.dlp.secret;

import org.jspecify.annotations.NullMarked;
