/** Names between Unicode and A-labels, for policies and for requests alike. */
@NullMarked
package io.egressrules.engine.unicode;

import org.jspecify.annotations.NullMarked;
