package io.egressrules.examples.scan;

/**
 * A place in a text.
 *
 * @param line the line, from 1; lines end in LF
 * @param column the column, from 1, in code points of UTF-8
 */
record Position(long line, long column) {
  static final Position START = new Position(1, 1);
}
