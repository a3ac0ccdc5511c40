package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import io.egressrules.net.TargetView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Section 5 of SEMANTICS.md: which addresses of a request are decided, each alone. */
final class Addresses {
  private final String policyId;
  private final Levels levels;
  private final boolean filterMixed;
  private final Verdict none;

  /**
   * The addresses of requests.
   *
   * @param filterMixed whether the denied addresses of a mixed answer are left out
   */
  Addresses(String policyId, Levels levels, boolean filterMixed) {
    this.policyId = policyId;
    this.levels = levels;
    this.filterMixed = filterMixed;
    this.none = Verdict.deny(policyId, Reason.of(ReasonCode.DNS_EMPTY)).prepared();
  }

  /** What the addresses that are known come to: those stated, and the host itself if it is one. */
  Verdict decide(
      TargetView target,
      Block block,
      long facts,
      EgressCall call,
      long now,
      @Nullable Trace trace) {
    List<IpAddress> stated = call.addresses();
    if (target instanceof Target literal && literal.host() instanceof IpAddress own) {
      return stated == null || stated.isEmpty() || (stated.size() == 1 && own.equals(stated.get(0)))
          ? levels.at(block, facts, call, own, now, trace)
          : together(own, stated, block, facts, call, now, trace);
    }
    if (stated == null) {
      return levels.at(block, facts, call, null, now, trace);
    }
    return switch (stated.size()) {
      case 0 -> none;
      case 1 -> levels.at(block, facts, call, stated.get(0), now, trace);
      default -> together(null, stated, block, facts, call, now, trace);
    };
  }

  private Verdict together(
      @Nullable IpAddress own,
      List<IpAddress> stated,
      Block block,
      long facts,
      EgressCall call,
      long now,
      @Nullable Trace trace) {
    Set<IpAddress> all = new LinkedHashSet<>();
    if (own != null) {
      all.add(own);
    }
    all.addAll(stated);
    Answers answers = new Answers(policyId, own, block);
    for (IpAddress address : all) {
      Verdict verdict = levels.at(block, facts, call, address, now, trace);
      answers.add(address, verdict, levels.blockOf(address));
    }
    return answers.together(filterMixed);
  }
}
