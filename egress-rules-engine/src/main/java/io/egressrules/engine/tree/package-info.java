/**
 * The immutable decision structure, and its evaluation.
 *
 * <p>{@link io.egressrules.engine.tree.TreeFilter} is the filter. It asks {@link
 * io.egressrules.engine.tree.Levels} for each address; that finds three chains of rules (by host,
 * by address, and those of neither) through {@code lookup} and scans them in the determining order
 * of SEMANTICS.md section 4. Rules are stored once, equal blocks are one object, and a chain goes
 * on with the block of the covering name or prefix, so that one look-up finds all rules that can
 * matter.
 *
 * <p>Deciding passes its facts along as arguments, and its results are built ahead: an ALLOW
 * without anything to report allocates nothing.
 */
@NullMarked
package io.egressrules.engine.tree;

import org.jspecify.annotations.NullMarked;
