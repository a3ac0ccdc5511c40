/**
 * What a decision structure consists of, as data: made of a policy, or read from a saved form, and
 * what the structure is built from.
 *
 * <p>A plan holds no index, no clock and no secret, and everything in it is numbers and texts.
 */
@NullMarked
package io.egressrules.engine.plan;

import org.jspecify.annotations.NullMarked;
