/**
 * What an organisation itself knows to be sensitive: its values and its documents, held as keyed
 * hashes and never as text.
 */
@NullMarked
package io.egressrules.dlp.own;

import org.jspecify.annotations.NullMarked;
