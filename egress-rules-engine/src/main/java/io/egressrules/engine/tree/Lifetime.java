package io.egressrules.engine.tree;

import io.egressrules.policy.Effect;
import io.egressrules.policy.Mode;
import io.egressrules.policy.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a rule counts. Instants are milliseconds since 1970; the compiler admits no finer ones, so
 * comparing them with a clock's milliseconds is exact.
 */
final class Lifetime {
  /** Of a rule that always counts. */
  static final Lifetime ENDLESS =
      new Lifetime(false, Long.MAX_VALUE, Long.MIN_VALUE, Standing.IN_FORCE);

  private final boolean reportOnly;
  private final long until;
  private final long reportUntil;

  /** What becomes of a report-only rule once reporting has ended. */
  private final Standing afterReporting;

  private Lifetime(boolean reportOnly, long until, long reportUntil, Standing afterReporting) {
    this.reportOnly = reportOnly;
    this.until = until;
    this.reportUntil = reportUntil;
    this.afterReporting = afterReporting;
  }

  /**
   * The lifetime of a rule; a report-only rule without an expiry counts as one that has expired.
   */
  static Lifetime of(Rule rule) {
    boolean reportOnly = rule.mode() == Mode.REPORT_ONLY;
    if (rule.until() == null && !reportOnly) {
      return ENDLESS;
    }
    return new Lifetime(
        reportOnly,
        rule.until() == null ? Long.MAX_VALUE : millis(rule.until()),
        reportUntil(rule.reportUntil()),
        rule.effect() == Effect.DENY ? Standing.IN_FORCE : Standing.ABSENT);
  }

  private static long reportUntil(@Nullable Instant instant) {
    return instant == null ? Long.MIN_VALUE : millis(instant);
  }

  /** The milliseconds of an instant, as near as a long can tell. */
  static long millis(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException tooFar) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  boolean isEndless() {
    return this == ENDLESS;
  }

  boolean isReportOnly() {
    return reportOnly;
  }

  /**
   * Whether the rule counts.
   *
   * @param now milliseconds since 1970
   * @param allEnforced whether report-only rules are enforced, as for a would-be outcome
   */
  Standing at(long now, boolean allEnforced) {
    if (now >= until) {
      return reportOnly ? Standing.ABSENT : Standing.EXPIRED;
    }
    if (!reportOnly) {
      return Standing.IN_FORCE;
    }
    boolean reporting = now < reportUntil;
    if (reporting) {
      return allEnforced ? Standing.IN_FORCE : Standing.ABSENT;
    }
    return afterReporting;
  }
}
