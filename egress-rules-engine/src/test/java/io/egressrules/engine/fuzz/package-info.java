/**
 * Hostile bytes for everything that reads text from outside, each target with an oracle of its own.
 *
 * <p>In the normal build the committed inputs are replayed; with {@code mvn -Pfuzz} Jazzer looks
 * for new ones.
 */
@NullMarked
package io.egressrules.engine.fuzz;

import org.jspecify.annotations.NullMarked;
