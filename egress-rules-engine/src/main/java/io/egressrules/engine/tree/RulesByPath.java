package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.engine.lookup.PathIndex;
import io.egressrules.engine.lookup.PathIndexBuilder;
import io.egressrules.net.IpAddress;
import io.egressrules.net.PathPattern;
import io.egressrules.net.TargetView;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Many rules, of which a path can match only few: the others are never looked at.
 *
 * @param <R> the kind of rule
 */
final class RulesByPath<R extends TreeRule> {
  /** Below this, looking at all rules costs no more than asking an index. */
  private static final int FEW = 16;

  /** Beyond this, no limit that a service would set lets the policy pass, index or not. */
  private static final long MANY = 1 << 17;

  /** What a rule without paths is found by. */
  private static final PathPattern[] ANY = {PathPattern.parse("/**")};

  private final R[] rules;
  private final PathIndex index;
  private final boolean denying;
  private final long cost;

  private RulesByPath(R[] rules, PathIndex index, long costOfAll) {
    this.rules = rules;
    this.index = index;
    this.denying = rules[0] instanceof DenyRule;
    this.cost = denying ? costOfAll : costByPath(rules, index);
  }

  /**
   * An index of rules.
   *
   * @param rules rules of one kind, in the determining order
   * @param costOfAll how many tests it takes to look at all
   * @return the index, or null where a path may lead to so many rules that it does not pay
   */
  static <R extends TreeRule> @Nullable RulesByPath<R> of(R[] rules, long costOfAll) {
    if (rules.length < FEW || costOfAll > MANY || isMatchedAnyway(rules, costOfAll)) {
      return null;
    }
    PathIndexBuilder builder = PathIndex.builder();
    for (int place = 0; place < rules.length; place++) {
      PathSet paths = rules[place].paths();
      for (PathPattern pattern : paths == null ? ANY : paths.patterns()) {
        builder.put(pattern, place);
      }
    }
    PathIndex index = builder.build();
    return costByPath(rules, index) < costOfAll / 2
        ? new RulesByPath<>(rules, index, costOfAll)
        : null;
  }

  /** Whether already the rules without paths, which every path matches, are too many. */
  private static boolean isMatchedAnyway(TreeRule[] rules, long costOfAll) {
    long most = 0;
    for (TreeRule rule : rules) {
      most += rule.paths() == null ? rule.cost() : 0;
    }
    return most >= costOfAll / 2;
  }

  /** For each rule that matches, and once for none more, the nodes of the index, and the rule. */
  private static long costByPath(TreeRule[] rules, PathIndex index) {
    long rule = Arrays.stream(rules).mapToLong(TreeRule::cost).max().orElse(0);
    long visits = (long) index.mostVisits() * index.longestProbe();
    return index.mostMatches() * (visits + rule) + visits;
  }

  /** The first rule that is wanted for what it is and for what it requires, or null. */
  @Nullable R first(
      Wanted wanted, long facts, EgressCall call, @Nullable IpAddress address, long now) {
    TargetView target = Objects.requireNonNull(call.target());
    boolean unclear = target.hasAmbiguousPath() || !target.hasPath();
    int place = 0;
    while (true) {
      place = unclear ? unclear(place) : known(target, place);
      if (place >= rules.length) {
        return null;
      }
      if (rules[place].answers(wanted, facts, call, address, now, null)) {
        return rules[place];
      }
      place++;
    }
  }

  private int known(TargetView target, int least) {
    return index.next(target.text(), target.pathStart(), target.pathEnd(), least);
  }

  /** An unclear path matches every deny rule that asks for one, and no allow rule. */
  private int unclear(int least) {
    return denying ? least : index.nextForAnyPath(least);
  }

  /** The most tests that finding a rule takes. */
  long cost() {
    return cost;
  }
}
