/**
 * The compiled form of a policy in a file: written once, opened much faster than the policy is
 * compiled.
 */
@NullMarked
package io.egressrules.engine.saved;

import org.jspecify.annotations.NullMarked;
