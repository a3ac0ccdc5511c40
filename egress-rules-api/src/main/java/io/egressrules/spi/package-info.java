/**
 * What an application may supply: name resolution, inspection of bodies, and listeners to
 * decisions.
 *
 * <p>Methods take and return non-null values unless marked otherwise.
 */
@NullMarked
package io.egressrules.spi;

import org.jspecify.annotations.NullMarked;
