package io.egressrules.dlp.scan;

import java.util.List;

/**
 * How long the paths are that patterns are noticed by. Longer ones are met more rarely. But sets of
 * many characters one after another multiply the states of the {@link TriggerTable}, since the text
 * can be at any place of any of them at once; with single characters it can not.
 *
 * @param longest how many characters a path may have
 * @param wide how many of them may be of many, in a path of more than {@value #SHORT}
 */
record PathLimit(int longest, int wide) {
  /** The limits to be tried: each makes a smaller table than the one before. */
  static final List<PathLimit> ALL =
      List.of(new PathLimit(4, 4), new PathLimit(4, 1), new PathLimit(2, 2), new PathLimit(1, 1));

  private static final int SHORT = 2;

  /** From how many characters on a set is wide: more than a letter in both cases. */
  private static final int WIDE = 4;

  /** Where the longest run ends that begins at an index of a path. */
  int end(int[] path, int from, Graph graph) {
    int wides = 0;
    int to = from;
    while (to < Math.min(path.length, from + longest)) {
      wides += graph.set(path[to]).count() >= WIDE ? 1 : 0;
      if (wides > wide && to >= from + SHORT) {
        return to;
      }
      to++;
    }
    return to;
  }
}
