package io.egressrules.policy;

import java.time.Duration;

/**
 * How much of one request is inspected.
 *
 * @param bytes how many bytes of the body, at least 1
 * @param time how long the inspection may work on one request, more than zero
 * @param exhausted what is done when more would be needed: {@link InspectionAction#DENY} or {@link
 *     InspectionAction#REPORT}
 * @since 0.1
 */
public record InspectionBudget(long bytes, Duration time, InspectionAction exhausted) {
  /** 64 MiB and ten seconds; more is denied. */
  public static final InspectionBudget DEFAULT =
      new InspectionBudget(64L << 20, Duration.ofSeconds(10), InspectionAction.DENY);

  /**
   * How much of one request is inspected.
   *
   * @param bytes how many bytes of the body, at least 1
   * @param time how long the inspection may work on one request, more than zero
   * @param exhausted {@link InspectionAction#DENY} or {@link InspectionAction#REPORT}
   * @throws IllegalArgumentException if a bound is not positive, or what is left is to be redacted
   */
  public InspectionBudget {
    if (bytes < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(
          "a budget has at least one byte and some time; remove the profile to inspect nothing");
    }
    InspectionProfile.requireNoRedaction(exhausted, "exhausted");
  }
}
