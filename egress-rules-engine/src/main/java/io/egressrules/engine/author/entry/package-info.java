/**
 * Entries of a policy that have more forms than their values: Unicode names, address ranges, dates.
 */
@NullMarked
package io.egressrules.engine.author.entry;

import org.jspecify.annotations.NullMarked;
