package io.egressrules.engine.tree;

import io.egressrules.EgressRequest;
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

  /** The prefix length of the rules' CIDRs, or -1 where it does not count. */
  private final int prefixLength;

  private final int cost;
  private final boolean timed;
  private final boolean reporting;

  /** A link before {@code next}. */
  Chain(R[] rules, @Nullable Chain<R> next, int prefixLength) {
    this.rules = rules;
    this.next = next;
    this.prefixLength = prefixLength;
    int sum = next == null ? 0 : next.cost;
    boolean anyTimed = next != null && next.timed;
    boolean anyReporting = next != null && next.reporting;
    for (R rule : rules) {
      sum += rule.cost();
      anyTimed |= !rule.lifetime().isEndless();
      anyReporting |= rule.lifetime().isReportOnly();
    }
    this.cost = sum;
    this.timed = anyTimed;
    this.reporting = anyReporting;
  }

  /** The first rule that is wanted, or null. */
  @Nullable R first(
      Wanted wanted,
      long facts,
      EgressRequest request,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    for (Chain<R> link = this; link != null; link = link.next) {
      for (R rule : link.rules) {
        if (rule.answers(wanted, facts, request, address, now, trace)) {
          return rule;
        }
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
  int cost() {
    return cost;
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
