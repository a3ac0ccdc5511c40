package io.egressrules.engine.tree;

import static java.util.Comparator.comparing;

import io.egressrules.Obligation;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What each of several addresses came to, and what all come to together (SEMANTICS.md section 5).
 */
final class Answers {
  private final String policyId;
  private final @Nullable IpAddress own;
  private final Block host;
  private final List<Answer> allowed = new ArrayList<>();
  private final List<Answer> denied = new ArrayList<>();

  /** One address, what it came to, and the block that it leads to. */
  private record Answer(IpAddress address, Verdict verdict, Block cidr) {
    static final Comparator<Answer> WORST_FIRST =
        Comparator.<Answer>comparingInt(answer -> answer.verdict.level())
            .thenComparing(answer -> answer.address.unmapped());
  }

  /**
   * No answers yet.
   *
   * @param own the address that is the host itself, or null
   * @param host the block of the host
   */
  Answers(String policyId, @Nullable IpAddress own, Block host) {
    this.policyId = policyId;
    this.own = own;
    this.host = host;
  }

  /** An address came to a verdict by the rules of the host and of the block it leads to. */
  void add(IpAddress address, Verdict verdict, Block cidr) {
    (verdict.isAllowed() ? allowed : denied).add(new Answer(address, verdict, cidr));
  }

  /**
   * All answers in one.
   *
   * @param filterMixed whether the denied addresses of a mixed answer are left out
   */
  Verdict together(boolean filterMixed) {
    if (denied.isEmpty()) {
      return pooled(List.of());
    }
    Verdict worst = denied.stream().min(Answer.WORST_FIRST).orElseThrow().verdict;
    if (allowed.isEmpty()) {
      return worst;
    }
    return filterMixed && denied.stream().allMatch(this::mayBeLeftOut)
        ? pooled(List.of(connectOnlyToAllowed()))
        : mixed(worst.reason());
  }

  /** Not one that is guarded, nor the host itself: it was asked for, not answered. */
  private boolean mayBeLeftOut(Answer answer) {
    return answer.verdict.level() > 1 && !answer.address.equals(own);
  }

  private Obligation connectOnlyToAllowed() {
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

  /** The verdict of the first determining rule, with the obligations of all, and more. */
  private Verdict pooled(List<Obligation> more) {
    Verdict any = allowed.get(0).verdict;
    boolean alike = allowed.stream().allMatch(answer -> answer.verdict.equals(any));
    if (alike && more.isEmpty()) {
      return any;
    }
    Verdict first = alike ? any : allowed.stream().min(comparing(this::rank)).orElseThrow().verdict;
    return Verdict.allow(policyId, first.reason(), pool(more), first.advice());
  }

  private Rank rank(Answer answer) {
    return Rank.of(answer.verdict, host, answer.cidr);
  }

  private List<Obligation> pool(List<Obligation> more) {
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
