/**
 * What an application may supply: name resolution, inspection of bodies, and listeners to
 * decisions.
 */
@NullMarked
package io.egressrules.spi;

import org.jspecify.annotations.NullMarked;
