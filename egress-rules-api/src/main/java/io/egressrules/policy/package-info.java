/**
 * What an author writes: policies, rules, conditions, groups, and the problems found in them.
 *
 * <p>The words here are the keys of the policy file. Everything is immutable and safe to share
 * between threads.
 *
 * <p>Methods take and return non-null values unless marked otherwise; values and builders refuse
 * null with {@link NullPointerException}.
 */
@NullMarked
package io.egressrules.policy;

import org.jspecify.annotations.NullMarked;
