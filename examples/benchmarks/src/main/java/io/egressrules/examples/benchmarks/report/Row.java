package io.egressrules.examples.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * One line of the comparison.
 *
 * @param what what is compared
 * @param parameters of it, and with whom
 * @param ours the figure of this library; null when not run
 * @param peer the other figure; null when there is none or it was not run
 * @param compared whether there should be a peer
 * @param ratio how many times as much one is as the other, whichever way the bar is meant; NaN
 *     without a peer
 * @param bar what must hold; empty for a figure that is only shown
 * @param holds whether it does; null without a bar, or when not run
 */
public record Row(
    String what,
    String parameters,
    @Nullable Figure ours,
    @Nullable Figure peer,
    boolean compared,
    double ratio,
    String bar,
    @Nullable Boolean holds) {

  /**
   * Whether there is something to be read.
   *
   * @return false of a line without a bar that was not run
   */
  public boolean says() {
    return !bar.isEmpty() || (ours != null && (peer != null || !compared));
  }
}
