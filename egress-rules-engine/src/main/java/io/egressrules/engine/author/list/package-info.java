/**
 * List files: millions of host patterns or addresses, one a line, read as a stream and refused as a
 * whole when one is wrong.
 */
@NullMarked
package io.egressrules.engine.author.list;

import org.jspecify.annotations.NullMarked;
