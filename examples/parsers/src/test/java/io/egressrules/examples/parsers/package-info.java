/** The readers of URLs that clients on the JVM have, beside the gate. */
@NullMarked
package io.egressrules.examples.parsers;

import org.jspecify.annotations.NullMarked;
