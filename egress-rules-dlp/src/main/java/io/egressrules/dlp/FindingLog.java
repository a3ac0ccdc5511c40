package io.egressrules.dlp;

import io.egressrules.Finding;
import io.egressrules.Finding.Place;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one inspection. What is found in several texts at one place is one finding, and
 * what a general detector finds is none where another finds as much.
 */
final class FindingLog {
  /** How many findings are kept; of more, the first only that denies. */
  private static final int MOST = 1_000;

  /** Whole, so that it does not matter which of two texts of one place is read first. */
  private static final Comparator<Finding> STRICTNESS =
      Comparator.comparing(Finding::action)
          .thenComparing(Finding::confidence)
          .thenComparing(Finding::fingerprint);

  private record Spot(Place place, long start, long end, String detector)
      implements Comparable<Spot> {
    private static final Comparator<Spot> ORDER =
        Comparator.comparing(Spot::place)
            .thenComparingLong(Spot::start)
            .thenComparingLong(Spot::end)
            .thenComparing(Spot::detector);

    static Spot of(Finding finding) {
      return new Spot(finding.place(), finding.start(), finding.end(), finding.detector());
    }

    @Override
    public int compareTo(Spot other) {
      return ORDER.compare(this, other);
    }
  }

  private final TreeMap<Spot, Finding> specific = new TreeMap<>();
  private final TreeMap<Spot, Finding> general = new TreeMap<>();
  private @Nullable List<Finding> inOrder;
  private boolean denies;

  /**
   * Keeps a finding; of two of one detector in one spot, the one that is treated more strictly.
   *
   * @param yields whether it is a general detector's
   */
  void add(Finding finding, boolean yields) {
    boolean hard = finding.action() == InspectionAction.DENY;
    if (specific.size() + general.size() < MOST || (hard && !denies)) {
      TreeMap<Spot, Finding> kept = yields ? general : specific;
      kept.merge(Spot.of(finding), finding, FindingLog::stricter);
      inOrder = null;
    }
    denies |= hard;
  }

  private static Finding stricter(Finding one, Finding other) {
    return STRICTNESS.compare(one, other) >= 0 ? one : other;
  }

  /** Keeps what is not a value: that something could not be inspected. */
  void add(String detector, Place place, long at, InspectionAction action) {
    add(new Finding(detector, place, at, at, Confidence.VERY_LIKELY, action, "", ""), false);
  }

  /** Denies for a finding whose value was to be redacted, and cannot be. */
  void harden(Finding finding) {
    add(hard(finding), false);
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
    if (inOrder == null) {
      TreeMap<Spot, Finding> all = new TreeMap<>(specific);
      general.forEach(
          (spot, finding) -> {
            if (!yields(spot, finding)) {
              all.putIfAbsent(spot, finding);
            }
          });
      inOrder = new ArrayList<>(all.values());
    }
    return inOrder;
  }

  /** Whether the last finding that begins before the end of another stands for it. */
  private boolean yields(Spot spot, Finding finding) {
    Map.Entry<Spot, Finding> other = specific.lowerEntry(new Spot(spot.place(), spot.end(), 0, ""));
    return other != null
        && other.getKey().place() == spot.place()
        && other.getKey().end() > spot.start()
        && other.getValue().action().compareTo(finding.action()) >= 0
        && other.getValue().confidence().compareTo(finding.confidence()) >= 0;
  }
}
