/**
 * Deciding whether an outbound call may be made: {@link EgressFilter} maps an {@link EgressRequest}
 * to a {@link Decision}.
 *
 * <p>What a decision means is written in SEMANTICS.md. Everything but builders is immutable and
 * safe to share between threads.
 *
 * <p>Methods take and return non-null values unless marked otherwise; values and builders refuse
 * null with {@link NullPointerException}.
 */
@NullMarked
package io.egressrules;

import org.jspecify.annotations.NullMarked;
