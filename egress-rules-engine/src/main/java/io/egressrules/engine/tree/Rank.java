package io.egressrules.engine.tree;

import io.egressrules.policy.RuleRef;
import java.util.Comparator;

/**
 * The place of an allow rule in the determining order of SEMANTICS.md section 4, for comparing the
 * rules of several addresses of one host. One address alone needs no rank: its chains are in that
 * order.
 *
 * @param kind 0 matched by a host pattern, 1 by a CIDR, 2 by neither
 * @param place the place within the kind, as of {@link Chain#place}
 * @param id the rule's id
 */
record Rank(int kind, int place, String id) implements Comparable<Rank> {
  private static final Comparator<Rank> ORDER =
      Comparator.comparingInt(Rank::kind).thenComparingInt(Rank::place).thenComparing(Rank::id);

  private static final Rank NO_RULE = new Rank(3, 0, "");

  /**
   * The rank of the rule that allowed an address.
   *
   * @param host the block of the host
   * @param cidr the block of the address
   */
  static Rank of(Verdict verdict, Block host, Block cidr) {
    RuleRef rule = verdict.reason().rule();
    if (rule == null || !verdict.isAllowed()) {
      return NO_RULE;
    }
    int inHost = place(host, rule);
    if (inHost != Chain.NOWHERE) {
      return new Rank(0, inHost, rule.id());
    }
    int inCidr = place(cidr, rule);
    return new Rank(inCidr == Chain.NOWHERE ? 2 : 1, inCidr, rule.id());
  }

  private static int place(Block block, RuleRef rule) {
    Chain<AllowRule> chain = block.allows();
    return chain == null ? Chain.NOWHERE : chain.place(rule.id());
  }

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }
}
