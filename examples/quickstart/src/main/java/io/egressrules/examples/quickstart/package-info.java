/** A small service whose outbound calls are guarded; the first thing to run. */
@NullMarked
package io.egressrules.examples.quickstart;

import org.jspecify.annotations.NullMarked;
