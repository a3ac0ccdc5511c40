/**
 * The meaning of a policy, stated a second time: a naive evaluator written from SEMANTICS.md alone,
 * and the tests that hold it and the engine against the text, against each other, and against the
 * laws.
 *
 * <p>Read {@link io.egressrules.engine.oracle.SemanticsCases} first: the text, sentence by
 * sentence, as cases. Random scenarios come from {@link io.egressrules.engine.oracle.Policies} and
 * {@link io.egressrules.engine.oracle.Requests}; they are kept as text so that one that fails can
 * be made smaller and printed.
 */
@NullMarked
package io.egressrules.engine.oracle;

import org.jspecify.annotations.NullMarked;
