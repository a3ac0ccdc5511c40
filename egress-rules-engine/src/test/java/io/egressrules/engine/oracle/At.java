package io.egressrules.engine.oracle;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.egressrules.Obligation;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Rule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request comes to at one address, and with several: SEMANTICS.md section 5.
 *
 * @param facts the request and the address
 * @param verdict what it comes to there
 * @param rule the rule that made it so, or null
 */
record At(Facts facts, Verdict verdict, @Nullable Rule rule) {

  static Verdict together(List<At> each, boolean filters) {
    List<At> allowed = each.stream().filter(at -> at.verdict.isAllowed()).toList();
    List<At> denied = each.stream().filter(at -> !at.verdict.isAllowed()).toList();
    if (denied.isEmpty()) {
      return pooled(allowed);
    }
    Verdict worst =
        denied.stream()
            .min(comparing((At at) -> at.verdict.level()).thenComparing(At::reached))
            .orElseThrow()
            .verdict;
    if (allowed.isEmpty()) {
      return worst;
    }
    boolean filtered = filters && worst.level() > 1 && denied.stream().noneMatch(At::isHost);
    return filtered ? pooled(allowed).with(Set.of(onlyTo(allowed))) : worst.mixed();
  }

  /** The obligations of all, under the rule that is first with its best entry where it allowed. */
  private static Verdict pooled(List<At> allowed) {
    At first = allowed.stream().min(comparing(At::rank)).orElseThrow();
    return first.verdict.with(
        allowed.stream().flatMap(at -> at.verdict.obligations().stream()).toList());
  }

  private Rank rank() {
    return facts.rank(requireNonNull(rule));
  }

  private static Obligation onlyTo(List<At> allowed) {
    return new Obligation.ConnectOnlyTo(allowed.stream().map(At::address).toList());
  }

  private IpAddress address() {
    return requireNonNull(facts.address());
  }

  /** The address that a socket reaches: law 7 for IPv4-mapped ones. */
  private IpAddress reached() {
    return address().unmapped();
  }

  private boolean isHost() {
    return address().equals(facts.target().host());
  }
}
