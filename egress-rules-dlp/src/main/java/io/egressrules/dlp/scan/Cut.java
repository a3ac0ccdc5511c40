package io.egressrules.dlp.scan;

import java.util.List;

/**
 * Ways to cut every match of a pattern: sets of paths in its {@link Graph} such that every match
 * walks along at least one of them. Each way is a place to notice the pattern at.
 */
sealed interface Cut {

  /** These paths: runs of positions, each joined to the next by a move without condition. */
  record Paths(List<int[]> paths) implements Cut {}

  /** Any one of these will do. */
  record AnyOf(List<Option> options) implements Cut {}

  /** It takes all of these together, one for each branch. */
  record AllOf(List<Cut> branches) implements Cut {}

  /** A cut of the parts {@code from} to {@code to} (exclusive) of a sequence. */
  record Option(Cut cut, int from, int to) {}
}
