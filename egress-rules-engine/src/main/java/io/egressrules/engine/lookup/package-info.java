/**
 * Index structures over names, prefixes and paths; usable alone, they know nothing of policy.
 *
 * <p>{@link io.egressrules.engine.lookup.NameIndex} maps host names and what lies below them,
 * {@link io.egressrules.engine.lookup.CidrIndex} addresses by their longest prefix. Each maps a key
 * to an {@code int} that the caller chose, or to 0 where nothing was stored. Each is built once and
 * never changes, so any number of threads may look up without synchronisation. A look-up allocates
 * nothing. No parameter and no result of this package may be null.
 *
 * @since 0.1
 */
@NullMarked
package io.egressrules.engine.lookup;

import org.jspecify.annotations.NullMarked;
