/**
 * Index structures over names and prefixes; they know nothing of policy.
 *
 * <p>Each maps a key to an {@code int} that the caller chose, or to 0 where nothing was stored.
 * Each is built once, never changes and holds only final fields, so any number of threads may look
 * up without synchronisation. A look-up allocates nothing.
 */
@NullMarked
package io.egressrules.engine.lookup;

import org.jspecify.annotations.NullMarked;
