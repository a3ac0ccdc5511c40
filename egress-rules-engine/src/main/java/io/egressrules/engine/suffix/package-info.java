/** What the public suffix list says of names, for policies and for accounts of traffic alike. */
@NullMarked
package io.egressrules.engine.suffix;

import org.jspecify.annotations.NullMarked;
