package io.egressrules.engine.lookup;

/**
 * How many labels names have.
 *
 * @param deepest the most labels of a name, 0 if there are no names
 * @param shallowestBelow the fewest labels of a name with a number for names below
 * @param deepestBelow the most labels of such a name, 0 if there are none
 */
record Depths(int deepest, int shallowestBelow, int deepestBelow) {
  /** Those of no names. */
  static final Depths NONE = new Depths(0, Integer.MAX_VALUE, 0);

  /** These and that of one name more. */
  Depths with(int labels, boolean below) {
    if (labels <= deepest && (!below || isAsked(labels))) {
      return this;
    }
    return new Depths(
        Math.max(deepest, labels),
        below ? Math.min(shallowestBelow, labels) : shallowestBelow,
        below ? Math.max(deepestBelow, labels) : deepestBelow);
  }

  /** Whether a name with so many labels may have a number for names below. */
  boolean isAsked(int labels) {
    return labels >= shallowestBelow && labels <= deepestBelow;
  }
}
