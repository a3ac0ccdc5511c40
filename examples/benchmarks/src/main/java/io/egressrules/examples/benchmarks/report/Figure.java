package io.egressrules.examples.benchmarks.report;

/**
 * A measured figure.
 *
 * @param value what counts: of a time, the processor time by operation
 * @param wall wall time by operation, in the same unit; the value itself where there is none
 * @param bytesPerOp bytes allocated by operation; NaN where that means nothing
 * @param unit the unit of the value
 */
public record Figure(double value, double wall, double bytesPerOp, Unit unit) {

  /**
   * A figure that is no time by operation.
   *
   * @param value what was measured
   * @param unit its unit
   * @return a figure
   */
  public static Figure of(double value, Unit unit) {
    return new Figure(value, value, Double.NaN, unit);
  }

  /** The lower times of this and of the same measured again, and the more bytes. */
  Figure best(Figure again) {
    return new Figure(
        Math.min(value, again.value),
        Math.min(wall, again.wall),
        Math.max(bytesPerOp, again.bytesPerOp),
        unit);
  }
}
