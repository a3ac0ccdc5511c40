/** Every IPv4 address, judged. */
@NullMarked
package io.egressrules.examples.corpus.address;

import org.jspecify.annotations.NullMarked;
