package io.egressrules.examples.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * What figures must come to.
 *
 * @param what what is compared
 * @param parameters of it, and with whom
 * @param ours the name of this library's figure
 * @param peer the name of the other; null when there is none
 * @param measure what is limited
 * @param limit the limit
 */
public record Bar(
    String what,
    String parameters,
    String ours,
    @Nullable String peer,
    Measure measure,
    double limit) {

  /** Less than this many bytes by operation is what a profiler's own work looks like. */
  private static final double NO_BYTES = 0.5;

  /** What is limited. */
  public enum Measure {
    /** The figure itself. */
    AT_MOST,
    /** What an operation allocates. */
    ALLOCATES_AT_MOST,
    /** How many times as much the peer takes. */
    FASTER_THAN,
    /** How many times as much this library takes. */
    WITHIN,
    /** How many times as much two threads do as one, by wall time. */
    SCALES,
    /** Nothing: the figures are shown. */
    NONE
  }

  /**
   * Judges figures.
   *
   * @param figures what was measured
   * @return the line for it
   */
  public Row judge(Figures figures) {
    Figure mine = figures.find(ours);
    Figure other = peer == null ? null : figures.find(peer);
    boolean compared = peer != null;
    if (mine == null || (compared && other == null)) {
      return new Row(what, parameters, mine, other, compared, Double.NaN, text(), null);
    }
    double ratio = other == null ? Double.NaN : ratio(mine, other);
    Boolean holds = holds(mine, ratio);
    return new Row(what, parameters, mine, other, compared, ratio, text(mine), holds);
  }

  private double ratio(Figure mine, Figure other) {
    return switch (measure) {
      case SCALES -> 2 * other.wall() / mine.wall();
      case WITHIN -> mine.value() / other.value();
      default -> other.value() / mine.value();
    };
  }

  private @Nullable Boolean holds(Figure mine, double ratio) {
    return switch (measure) {
      case AT_MOST -> mine.value() <= limit;
      case ALLOCATES_AT_MOST -> mine.bytesPerOp() < limit + NO_BYTES;
      case FASTER_THAN, SCALES -> ratio >= limit;
      case WITHIN -> ratio <= limit;
      case NONE -> null;
    };
  }

  private String text() {
    return text(Figure.of(limit, Unit.NANOS));
  }

  private String text(Figure mine) {
    return switch (measure) {
      case AT_MOST -> "≤ " + mine.unit().text(limit);
      case ALLOCATES_AT_MOST -> Unit.number(limit) + " B/op";
      case FASTER_THAN -> "≥ " + Unit.number(limit) + "×";
      case SCALES -> "≥ " + Unit.number(limit) + "× of one thread";
      case WITHIN -> "≤ " + Unit.number(limit) + "×";
      case NONE -> "";
    };
  }
}
