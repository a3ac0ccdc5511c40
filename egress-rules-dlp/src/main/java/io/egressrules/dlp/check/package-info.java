/**
 * Check digits, number ranges and text codes, each as its standard says; they know nothing of
 * detectors.
 */
@NullMarked
package io.egressrules.dlp.check;

import org.jspecify.annotations.NullMarked;
