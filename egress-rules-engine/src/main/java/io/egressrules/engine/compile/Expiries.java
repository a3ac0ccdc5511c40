package io.egressrules.engine.compile;

import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Finds instants that are finer than a clock tells, or in an order that makes no sense. */
final class Expiries {
  private final Problems problems;

  private Expiries(Problems problems) {
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    Expiries expiries = new Expiries(problems);
    policy.rules().forEach(expiries::check);
    for (ReportOnly entry : policy.reportOnly()) {
      expiries.checkFineness("until", entry.until(), entry.location());
    }
    for (InspectionProfile profile : policy.profiles().values()) {
      profile
          .reportOnly()
          .forEach((id, until) -> expiries.checkFineness(id, until, profile.location()));
    }
  }

  private void check(Rule rule) {
    SourceLocation place = rule.ref().location();
    checkFineness("until", rule.until(), place);
    checkFineness("report-until", rule.reportUntil(), place);
    if (rule.until() != null
        && rule.reportUntil() != null
        && rule.until().isBefore(rule.reportUntil())) {
      problems.warning(
          "ends-while-reporting",
          place,
          "rule `"
              + rule.id()
              + "` ends before its `report-until` and is never more than reported; move `until` behind it");
    }
  }

  /** Clocks are read in milliseconds; see Lifetime in the package of the tree. */
  private void checkFineness(String word, @Nullable Instant instant, SourceLocation place) {
    if (instant != null && !instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
      problems.error(
          "instant-too-fine",
          place,
          "`"
              + word
              + ": "
              + instant
              + "` is finer than a millisecond; write at most three decimals");
    }
  }
}
