package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.net.IpAddress;
import io.egressrules.net.TargetView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that must all hold, but for those that the indexes have answered: facts as one mask,
 * and what is seldom asked as tests of their own.
 */
final class Conjunction {
  private static final Fact[] NO_FACTS = {};

  private final FactIndex index;
  private final long bits;
  private final Fact[] others;
  private final @Nullable NameSet hosts;
  private final @Nullable PathSet paths;
  private final @Nullable CidrSet cidrs;

  private Conjunction(Builder parts) {
    this.index = parts.index;
    this.bits = parts.bits;
    this.others = parts.others;
    this.hosts = parts.hosts;
    this.paths = parts.paths;
    this.cidrs = parts.cidrs;
  }

  /** Builds a {@link Conjunction} that is true until conditions are added. */
  static final class Builder {
    private final FactIndex index;
    private long bits;
    private Fact[] others = NO_FACTS;
    private @Nullable NameSet hosts;
    private @Nullable PathSet paths;
    private @Nullable CidrSet cidrs;

    Builder(FactIndex index) {
      this.index = index;
    }

    Builder bits(long added) {
      bits |= added;
      return this;
    }

    /** Facts without a bit, in the order of {@link Miss}. */
    Builder others(Fact[] facts) {
      others = facts.length == 0 ? NO_FACTS : facts;
      return this;
    }

    Builder hosts(@Nullable NameSet condition) {
      hosts = condition;
      return this;
    }

    Builder paths(@Nullable PathSet condition) {
      paths = condition;
      return this;
    }

    Builder cidrs(@Nullable CidrSet condition) {
      cidrs = condition;
      return this;
    }

    Conjunction build() {
      return new Conjunction(this);
    }
  }

  /**
   * The first condition that does not hold; {@link Miss#PENDING} when only the address is open,
   * {@link Miss#NONE} when all hold.
   *
   * @param address the address in question, unmapped, or null when none is known
   */
  Miss miss(long facts, EgressCall call, @Nullable IpAddress address) {
    if ((facts & bits) != bits || others.length > 0) {
      Miss miss = missingFact(facts, call);
      if (miss != Miss.NONE) {
        return miss;
      }
    }
    if (hosts != null && !hosts.has(target(call))) {
      return Miss.HOSTS;
    }
    if (paths != null && !paths.has(target(call))) {
      return Miss.PATHS;
    }
    if (cidrs == null) {
      return Miss.NONE;
    }
    if (address == null) {
      return Miss.PENDING;
    }
    return cidrs.has(address) ? Miss.NONE : Miss.CIDRS;
  }

  private Miss missingFact(long facts, EgressCall call) {
    long missing = bits & ~facts;
    Miss first = missing == 0 ? Miss.NONE : index.first(missing);
    for (Fact other : others) {
      boolean earlier = first == Miss.NONE || other.miss().compareTo(first) < 0;
      if (earlier && !other.holds(call, target(call))) {
        return other.miss();
      }
    }
    return first;
  }

  /** A request without a target has been denied at level 0. */
  private static TargetView target(EgressCall call) {
    return Objects.requireNonNull(call.target());
  }

  /** The facts that are asked for, as bits; those without a bit are found out anyway. */
  long bits() {
    return bits;
  }

  /** The condition on the path, or null. */
  @Nullable PathSet paths() {
    return paths;
  }

  /** How many tests it is, for the cost of the worst decision. */
  long cost() {
    long cost = 1;
    for (Fact other : others) {
      cost += other.cost();
    }
    return cost
        + (hosts == null ? 0 : hosts.mostSteps())
        + (paths == null ? 0 : paths.size())
        + (cidrs == null ? 0 : cidrs.mostSteps());
  }
}
