package io.egressrules.engine.tree;

import com.google.common.net.InternetDomainName;
import io.egressrules.EgressRequest;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the allow rule that a request misses by one condition only. */
final class Nearest {
  private static final int TYPING_ERRORS = 2;

  private Nearest() {}

  /**
   * A rule that came close.
   *
   * @param rule the rule
   * @param miss the one condition that does not hold
   * @param pattern the pattern that is most like the host, when the host does not match
   * @param likeness how close, 0 being closest
   */
  record Found(Candidate rule, Miss miss, @Nullable DomainPattern pattern, Likeness likeness) {}

  /** In which way a rule is close, the closest first. */
  enum Likeness {
    /**
     * The pattern names the host or the name above, and matches only what lies on the other side.
     */
    APEX,
    /** The names differ by little, as by a typing error. */
    SPELLING,
    /** Another condition than the host does not hold. */
    OTHER_CONDITION,
    /** Both names belong to one registrable domain. */
    SAME_DOMAIN
  }

  /**
   * The closest rule, the first by id of equally close ones, or null when none is close.
   *
   * @param grant {@link Miss#GRANT} when a rule that misses nothing else lacks a grant, else {@link
   *     Miss#NONE}
   */
  static @Nullable Found find(
      List<Candidate> candidates,
      EgressRequest request,
      Target target,
      @Nullable IpAddress address,
      Miss grant) {
    Found nearest = null;
    for (Candidate candidate : candidates) {
      Found found = compare(candidate, request, target, address, grant);
      if (found != null && (nearest == null || found.likeness.compareTo(nearest.likeness) < 0)) {
        nearest = found;
      }
    }
    return nearest;
  }

  private static @Nullable Found compare(
      Candidate candidate,
      EgressRequest request,
      Target target,
      @Nullable IpAddress address,
      Miss grant) {
    Set<Miss> misses = candidate.misses(request, target, address);
    if (grant != Miss.NONE) {
      misses.add(grant);
    }
    if (misses.size() != 1) {
      return null;
    }
    Miss miss = misses.iterator().next();
    if (miss != Miss.HOSTS) {
      return new Found(candidate, miss, null, Likeness.OTHER_CONDITION);
    }
    List<DomainPattern> patterns = candidate.hosts();
    return target.host() instanceof DomainName name && patterns != null
        ? closest(candidate, patterns, name)
        : null;
  }

  private static @Nullable Found closest(
      Candidate candidate, List<DomainPattern> patterns, DomainName name) {
    Found closest = null;
    for (DomainPattern pattern : patterns) {
      Likeness likeness = likeness(pattern, name);
      if (likeness != null && (closest == null || likeness.compareTo(closest.likeness) < 0)) {
        closest = new Found(candidate, Miss.HOSTS, pattern, likeness);
      }
    }
    return closest;
  }

  private static @Nullable Likeness likeness(DomainPattern pattern, DomainName name) {
    DomainName of = pattern.name();
    boolean below = pattern.kind() == DomainPattern.Kind.BELOW;
    if (below ? name.equals(of) : name.isWithin(of)) {
      return Likeness.APEX;
    }
    boolean similarLength = Math.abs(name.value().length() - of.value().length()) <= TYPING_ERRORS;
    if (similarLength && EditDistance.of(name.value(), of.value()) <= TYPING_ERRORS) {
      return Likeness.SPELLING;
    }
    String domain = registrable(name);
    return domain != null && domain.equals(registrable(of)) ? Likeness.SAME_DOMAIN : null;
  }

  /** The domain that somebody registered, by publicsuffix.org, or null. */
  private static @Nullable String registrable(DomainName name) {
    if (!InternetDomainName.isValid(name.value())) {
      return null;
    }
    InternetDomainName domain = InternetDomainName.from(name.value());
    return domain.isUnderPublicSuffix() ? domain.topPrivateDomain().toString() : null;
  }
}
