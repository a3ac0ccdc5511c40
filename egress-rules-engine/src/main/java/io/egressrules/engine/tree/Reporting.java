package io.egressrules.engine.tree;

import io.egressrules.Decision;
import io.egressrules.Phase;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.policy.ReportOnly;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Section 6 of SEMANTICS.md: what is reported instead of enforced. */
final class Reporting {
  private final boolean timedAnyway;
  private final boolean concernsAll;
  private final Fact.SubjectIn[] subjects;
  private final long[] until;
  private final Verdict reportOnly;

  /**
   * The reporting of a policy.
   *
   * @param timed whether a rule that is not found by name depends on the clock
   * @param reporting whether a rule that is not found by name is report-only
   */
  Reporting(String policyId, List<ReportOnly> entries, boolean timed, boolean reporting) {
    this.timedAnyway = timed || !entries.isEmpty();
    this.concernsAll = reporting;
    this.subjects =
        entries.stream()
            .map(entry -> Fact.SubjectIn.of(entry.subjects()))
            .toArray(Fact.SubjectIn[]::new);
    this.until = entries.stream().mapToLong(entry -> Lifetime.millis(entry.until())).toArray();
    this.reportOnly =
        Verdict.allow(policyId, Reason.of(ReasonCode.REPORT_ONLY), List.of(), List.of()).prepared();
  }

  /** How many tests it takes to find out whether a subject is reported only. */
  int cost() {
    return Arrays.stream(subjects).mapToInt(Fact::cost).sum();
  }

  /** Whether a decision that begins with this block must read the clock. */
  boolean needsClock(Block host) {
    return timedAnyway || host.isTimed();
  }

  /** Whether a report-only rule may change a decision that begins with this block. */
  boolean concerns(Block host) {
    return concernsAll || host.isReporting();
  }

  /**
   * The decision, and what it would be.
   *
   * @param verdict what is enforced
   * @param wouldBe what it would be with every report-only rule enforced; null when it is that
   */
  Decision decision(
      Verdict verdict,
      @Nullable Verdict wouldBe,
      String subject,
      Phase phase,
      boolean pending,
      long now) {
    if (!verdict.isAllowed() && isReportOnly(subject, now) && mayBeReportOnly(verdict)) {
      return reportOnly.at(phase, pending).withWouldBe(verdict.outcome());
    }
    Decision decision = verdict.at(phase, pending);
    return wouldBe == null || wouldBe.hasOutcomeOf(verdict)
        ? decision
        : decision.withWouldBe(wouldBe.outcome());
  }

  /**
   * Levels 0 and 1 are always enforced; and without any address there is nothing to let through.
   */
  private static boolean mayBeReportOnly(Verdict denial) {
    return denial.level() > 1 && denial.reason().code() != ReasonCode.DNS_EMPTY;
  }

  private boolean isReportOnly(String subject, long now) {
    for (int i = 0; i < subjects.length; i++) {
      if (now < until[i] && subjects[i].has(subject)) {
        return true;
      }
    }
    return false;
  }
}
