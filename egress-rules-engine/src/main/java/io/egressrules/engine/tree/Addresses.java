package io.egressrules.engine.tree;

import io.egressrules.EgressRequest;
import io.egressrules.Obligation;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.RuleRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Section 5 of SEMANTICS.md: each address of a request is decided alone, and then all together. */
final class Addresses {
  private final String policyId;
  private final Levels levels;
  private final boolean filterMixed;
  private final Verdict none;

  Addresses(String policyId, Levels levels, boolean filterMixed) {
    this.policyId = policyId;
    this.levels = levels;
    this.filterMixed = filterMixed;
    this.none = Verdict.deny(policyId, Reason.of(ReasonCode.DNS_EMPTY)).prepared();
  }

  /**
   * What the addresses come to that are known: those stated, and the host itself when it is one.
   */
  Verdict decide(
      Host host, Block block, long facts, EgressRequest request, long now, @Nullable Trace trace) {
    List<IpAddress> stated = request.addresses();
    if (host instanceof IpAddress own) {
      return stated == null || stated.isEmpty() || (stated.size() == 1 && own.equals(stated.get(0)))
          ? levels.at(block, facts, request, own, now, trace)
          : together(withOwn(own, stated), block, facts, request, now, trace);
    }
    if (stated == null) {
      return levels.at(block, facts, request, null, now, trace);
    }
    return switch (stated.size()) {
      case 0 -> none;
      case 1 -> levels.at(block, facts, request, stated.get(0), now, trace);
      default -> together(new LinkedHashSet<>(stated), block, facts, request, now, trace);
    };
  }

  private static Set<IpAddress> withOwn(IpAddress own, List<IpAddress> stated) {
    Set<IpAddress> all = new LinkedHashSet<>();
    all.add(own);
    all.addAll(stated);
    return all;
  }

  /** One address and what it came to. */
  private record Answer(IpAddress address, Verdict verdict) {
    /** Lower level first, then lower address. */
    boolean isWorseThan(@Nullable Answer other) {
      if (other == null || verdict.level() != other.verdict.level()) {
        return other == null || verdict.level() < other.verdict.level();
      }
      return address.compareTo(other.address) < 0;
    }
  }

  private Verdict together(
      Set<IpAddress> addresses,
      Block block,
      long facts,
      EgressRequest request,
      long now,
      @Nullable Trace trace) {
    List<Answer> allowed = new ArrayList<>();
    Answer worst = null;
    for (IpAddress address : addresses) {
      Answer answer = new Answer(address, levels.at(block, facts, request, address, now, trace));
      if (answer.verdict.isAllowed()) {
        allowed.add(answer);
      } else if (answer.isWorseThan(worst)) {
        worst = answer;
      }
    }
    if (worst == null) {
      return pooled(block, allowed, List.of());
    }
    if (allowed.isEmpty()) {
      return worst.verdict;
    }
    return filterMixed && worst.verdict.level() > 1
        ? pooled(block, allowed, List.of(connectOnlyTo(allowed)))
        : mixed(worst.verdict.reason());
  }

  private static Obligation connectOnlyTo(List<Answer> allowed) {
    return new Obligation.ConnectOnlyTo(allowed.stream().map(Answer::address).toList());
  }

  private Verdict mixed(Reason cause) {
    Reason.Builder reason = Reason.builder(ReasonCode.ADDRESS_MIXED).cause(cause.code());
    if (cause.rule() != null) {
      reason.rule(cause.rule());
    }
    if (cause.address() != null) {
      reason.address(cause.address(), cause.addressClass());
    }
    return Verdict.deny(policyId, reason.build());
  }

  /** The verdict of the first determining rule, with the obligations of all. */
  private Verdict pooled(Block block, List<Answer> allowed, List<Obligation> more) {
    Answer first = allowed.get(0);
    boolean alike = true;
    for (Answer answer : allowed) {
      alike &= answer.verdict == first.verdict;
      first = isBefore(block, answer, first) ? answer : first;
    }
    if (alike && more.isEmpty()) {
      return first.verdict;
    }
    return Verdict.allow(
        policyId, first.verdict.reason(), pool(allowed, more), first.verdict.advice());
  }

  private boolean isBefore(Block block, Answer answer, Answer other) {
    return answer.verdict != other.verdict && rank(block, answer).compareTo(rank(block, other)) < 0;
  }

  private Rank rank(Block block, Answer answer) {
    RuleRef rule = Objects.requireNonNull(answer.verdict.reason().rule());
    return Rank.of(rule, block, levels.blockOf(answer.address));
  }

  private static List<Obligation> pool(List<Answer> allowed, List<Obligation> more) {
    Set<Obligation> all = new LinkedHashSet<>();
    Set<String> profiles = new TreeSet<>();
    for (Answer answer : allowed) {
      for (Obligation obligation : answer.verdict.obligations()) {
        if (obligation instanceof Obligation.Inspect inspect) {
          profiles.addAll(inspect.profiles());
        } else {
          all.add(obligation);
        }
      }
    }
    if (!profiles.isEmpty()) {
      all.add(new Obligation.Inspect(profiles));
    }
    all.addAll(more);
    return List.copyOf(all);
  }
}
