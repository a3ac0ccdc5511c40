/** The shipped detectors of personal data, one family of them in each class. */
@NullMarked
package io.egressrules.dlp.personal;

import org.jspecify.annotations.NullMarked;
