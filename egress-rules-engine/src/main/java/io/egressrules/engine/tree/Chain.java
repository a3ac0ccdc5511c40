package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * The rules that one name or prefix leads to, in the determining order, and behind them those of
 * the next covering name or prefix. Names that share their rules share the chain.
 *
 * @param <R> the kind of rule
 */
final class Chain<R extends TreeRule> {
  /** The place of a rule that is not in a chain. */
  static final int NOWHERE = Integer.MAX_VALUE;

  private final R[] rules;
  private final @Nullable Chain<R> next;

  /** The same rules by their paths; null where looking at all of them costs less. */
  private final @Nullable RulesByPath<R> byPath;

  /** The prefix length of the rules' CIDRs, or -1 where it does not count. */
  private final int prefixLength;

  private final long cost;
  private final long admittingCost;
  private final long bits;
  private final boolean timed;
  private final boolean reporting;

  /** A link before {@code next}. */
  Chain(R[] rules, @Nullable Chain<R> next, int prefixLength) {
    this.rules = rules;
    this.next = next;
    this.prefixLength = prefixLength;
    long union = next == null ? 0 : next.bits;
    long all = 0;
    long admitting = 0;
    boolean anyTimed = next != null && next.timed;
    boolean anyReporting = next != null && next.reporting;
    for (R rule : rules) {
      all += rule.cost();
      admitting += rule.admittingCost();
      union |= rule.bits();
      anyTimed |= !rule.lifetime().isEndless();
      anyReporting |= rule.lifetime().isReportOnly();
    }
    this.byPath = RulesByPath.of(rules, all);
    this.cost = (byPath == null ? all : byPath.cost()) + (next == null ? 0 : next.cost);
    this.admittingCost = admitting + (next == null ? 0 : next.admittingCost);
    this.bits = union;
    this.timed = anyTimed;
    this.reporting = anyReporting;
  }

  /** The first rule that is wanted, or null. */
  @Nullable R first(
      Wanted wanted,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    for (Chain<R> link = this; link != null; link = link.next) {
      R found =
          link.byPath == null || trace != null || wanted == Wanted.ADMITTING
              ? link.firstOfAll(wanted, facts, call, address, now, trace)
              : link.byPath.first(wanted, facts, call, address, now);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable R firstOfAll(
      Wanted wanted,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    for (R rule : rules) {
      if (rule.answers(wanted, facts, call, address, now, trace)) {
        return rule;
      }
    }
    return null;
  }

  /**
   * How far in front a rule is: smaller is earlier. Where prefixes count, links of equal length are
   * level.
   *
   * @return the place, or {@link #NOWHERE} when the rule is not in the chain
   */
  int place(String id) {
    int place = 0;
    for (Chain<R> link = this; link != null; link = link.next) {
      for (R rule : link.rules) {
        if (rule.ref().id().equals(id)) {
          return link.prefixLength < 0 ? place : -link.prefixLength;
        }
        place++;
      }
    }
    return NOWHERE;
  }

  /** How many tests a scan to the end takes. */
  long cost() {
    return cost;
  }

  /** How many tests it takes to find out that no rule admits. */
  long admittingCost() {
    return admittingCost;
  }

  /** The facts that its rules ask for, as bits. */
  long bits() {
    return bits;
  }

  /** Whether a rule of the chain depends on the clock. */
  boolean isTimed() {
    return timed;
  }

  /** Whether a rule of the chain is report-only. */
  boolean isReporting() {
    return reporting;
  }
}
