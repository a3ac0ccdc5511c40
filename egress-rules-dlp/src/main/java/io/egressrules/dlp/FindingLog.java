package io.egressrules.dlp;

import io.egressrules.Finding;
import io.egressrules.Finding.Place;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings of one inspection. What is found in several texts at one place is one finding. */
final class FindingLog {
  /** How many findings are kept; of more, the first only that denies. */
  private static final int MOST = 1_000;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::place)
          .thenComparingLong(Finding::start)
          .thenComparingLong(Finding::end)
          .thenComparing(Finding::detector);

  private record Spot(String detector, Place place, long start, long end) {}

  private final Map<Spot, Finding> findings = new LinkedHashMap<>();
  private boolean denies;

  /** Keeps a finding; of two of one detector in one spot, the one that is treated more strictly. */
  void add(Finding finding) {
    boolean hard = finding.action() == InspectionAction.DENY;
    if (findings.size() < MOST || (hard && !denies)) {
      Spot spot = new Spot(finding.detector(), finding.place(), finding.start(), finding.end());
      findings.merge(spot, finding, FindingLog::stricter);
    }
    denies |= hard;
  }

  private static Finding stricter(Finding one, Finding other) {
    return one.action().compareTo(other.action()) >= 0 ? one : other;
  }

  /** Keeps what is not a value: that something could not be inspected. */
  void add(String detector, Place place, long at, InspectionAction action) {
    add(new Finding(detector, place, at, at, Confidence.VERY_LIKELY, action, "", ""));
  }

  /** Denies for a finding whose value was to be redacted, and cannot be. */
  void harden(Finding finding) {
    add(hard(finding));
  }

  /** A finding like another that denies. */
  static Finding hard(Finding finding) {
    return new Finding(
        finding.detector(),
        finding.place(),
        finding.start(),
        finding.end(),
        finding.confidence(),
        InspectionAction.DENY,
        finding.fingerprint(),
        finding.preview());
  }

  /** Whether a finding denies the call. */
  boolean denies() {
    return denies;
  }

  /** The findings in the order of their place and start. */
  List<Finding> inOrder() {
    List<Finding> all = new ArrayList<>(findings.values());
    all.sort(ORDER);
    return all;
  }
}
