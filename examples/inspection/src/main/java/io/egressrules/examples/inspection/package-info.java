/**
 * A demo of inspection: what two guarded clients send under a policy that has it inspected, and
 * what of it really arrives.
 */
@NullMarked
package io.egressrules.examples.inspection;

import org.jspecify.annotations.NullMarked;
