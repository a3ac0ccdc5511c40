/**
 * The one door: {@link io.egressrules.engine.EgressRules} turns a policy into an {@link
 * io.egressrules.EgressFilter}.
 */
@NullMarked
package io.egressrules.engine;

import org.jspecify.annotations.NullMarked;
