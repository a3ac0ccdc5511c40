/**
 * Turns a policy into the form that the decision structure is built from, and finds everything
 * wrong with it.
 */
@NullMarked
package io.egressrules.engine.compile;

import org.jspecify.annotations.NullMarked;
