package io.egressrules.examples.scan;

import io.egressrules.Finding;

/**
 * A finding in a file.
 *
 * @param finding the finding, whose offsets count the file's bytes
 * @param start where it starts
 * @param end where it ends, exclusive
 */
record Hit(Finding finding, Position start, Position end) {}
