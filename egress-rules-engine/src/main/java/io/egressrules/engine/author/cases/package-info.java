/**
 * Cases: what a policy must decide about requests, stated by its author and tried against the
 * compiled policy.
 */
@NullMarked
package io.egressrules.engine.author.cases;

import org.jspecify.annotations.NullMarked;
