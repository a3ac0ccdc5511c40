/**
 * What authors work with: policy files are read and written, and cases state what a policy must
 * decide.
 *
 * <p>The format is described in POLICY-FILE.md. Reading finds all problems of a file at once and
 * throws nothing but {@link io.egressrules.policy.PolicyException}.
 */
@NullMarked
package io.egressrules.engine.author;

import org.jspecify.annotations.NullMarked;
