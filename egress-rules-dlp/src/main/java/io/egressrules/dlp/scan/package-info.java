/**
 * Finds every match of many patterns in a stream of bytes, in one pass.
 *
 * <p>The answer is defined by the slow way: run each pattern alone over the whole text with RE2/J,
 * and take its matches one after another. The engine gives the same spans, and spends RE2/J only
 * where a match is certain:
 *
 * <ol>
 *   <li>{@link io.egressrules.dlp.scan.PatternReader} reads a pattern into a {@link
 *       io.egressrules.dlp.scan.Syntax} tree, and {@link io.egressrules.dlp.scan.GraphBuilder}
 *       turns the tree into a {@link io.egressrules.dlp.scan.Graph} of positions.
 *   <li>{@link io.egressrules.dlp.scan.CutChoice} finds short paths of positions such that every
 *       match runs through one of them. All paths of all patterns go into one dense automaton, the
 *       {@link io.egressrules.dlp.scan.TriggerTable}, which reads each byte once.
 *   <li>Where a path occurs, {@link io.egressrules.dlp.scan.Run} follows that one pattern, forward
 *       and backward, with a bit-parallel {@link io.egressrules.dlp.scan.Automaton}. It decides
 *       exactly whether there is a match; nearly always the first bytes say no.
 *   <li>Where there is one, {@link io.egressrules.dlp.scan.Judge} (RE2/J) says which span it has
 *       and what its groups caught.
 * </ol>
 *
 * <p>The work is linear in the text, whatever it is, with a constant that grows with the patterns
 * that it speaks to at once. No pattern steps over a byte twice going forward. A trigger looks
 * back; when that has cost more than a step for each byte, {@link io.egressrules.dlp.scan.Walks}
 * follows all walks for a while instead. The judge looks ahead; what that may cost is bounded in
 * {@link io.egressrules.dlp.scan.Trial}, and what is given up for it is told as out of reach.
 *
 * <p>Text is UTF-8. A byte that is part of no well-formed character is read as the character
 * SUBSTITUTE (U+001A), so that a stray byte can neither hide its neighbours nor join them.
 */
@NullMarked
package io.egressrules.dlp.scan;

import org.jspecify.annotations.NullMarked;
