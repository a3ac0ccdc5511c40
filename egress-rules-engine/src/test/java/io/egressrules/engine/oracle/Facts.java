package io.egressrules.engine.oracle;

import io.egressrules.EgressRequest;
import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Entries;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request with at most one of its addresses, and what it makes of conditions: SEMANTICS.md
 * sections 2 and 4.
 *
 * @param policy whose groups the conditions refer to
 * @param request the request
 * @param target its target
 * @param address the one address judged, or null when none is known yet
 */
record Facts(Policy policy, EgressRequest request, Target target, @Nullable IpAddress address) {

  /** These facts, and those of each address inside this one. */
  List<Facts> andInside() {
    List<Facts> all = new ArrayList<>(List.of(this));
    if (address != null) {
      for (IpAddress inside : Space.inside(address, policy.addresses())) {
        all.add(new Facts(policy, request, target, inside));
      }
    }
    return all;
  }

  /** Whether a deny rule matches: its own conditions hold and no exception does. */
  Truth matches(Rule deny) {
    Truth own = whole(deny.condition(), true);
    Truth excepted = Truth.or(deny.except().stream().map(except -> whole(except, false)));
    return Truth.and(own, excepted.not());
  }

  /** Whether an allow rule admits: its identity is not false. */
  boolean admits(Rule allow) {
    return identity(allow.condition()) != Truth.FALSE;
  }

  private Truth whole(Condition condition, boolean ifPathAmbiguous) {
    return Truth.and(
        identity(condition),
        Truth.of(hasScheme(condition)),
        Truth.of(hasPort(condition)),
        Truth.of(hasMethod(condition)),
        Truth.of(hasPath(condition, ifPathAmbiguous)));
  }

  Truth identity(Condition condition) {
    return Truth.and(
        Truth.of(condition.subjects().isEmpty() || hasSubject(condition.subjects())),
        Truth.of(condition.labels().entrySet().stream().allMatch(this::hasLabel)),
        Truth.of(condition.hosts().isEmpty() || hosts(condition).findAny().isPresent()),
        Truth.of(condition.anyHost() == null || target.host() instanceof DomainName),
        condition.cidrs().isEmpty() ? Truth.TRUE : inCidrs(condition));
  }

  boolean hasSubject(List<String> entries) {
    String subject = request.subject();
    return !subject.isEmpty()
        && entries.stream()
            .anyMatch(
                entry ->
                    entry.equals(subject)
                        || entry.endsWith("*")
                            && subject.startsWith(entry.substring(0, entry.length() - 1)));
  }

  private boolean hasLabel(Map.Entry<String, List<String>> written) {
    String value = request.labels().get(written.getKey());
    return value != null && written.getValue().contains(value);
  }

  /** The patterns of the condition that the host matches. */
  private Stream<DomainPattern> hosts(Condition condition) {
    return target.host() instanceof DomainName name
        ? entries(condition.hosts(), policy.hostGroups()).filter(pattern -> pattern.matches(name))
        : Stream.of();
  }

  private Truth inCidrs(Condition condition) {
    return address == null ? Truth.UNKNOWN : Truth.of(cidrs(condition).findAny().isPresent());
  }

  /** The CIDRs of the condition that the address lies in. */
  private Stream<Cidr> cidrs(Condition condition) {
    return entries(condition.cidrs(), policy.cidrGroups())
        .map(Cidr::unmapped)
        .filter(cidr -> address != null && isIn(cidr, address));
  }

  private static boolean isIn(Cidr cidr, IpAddress any) {
    return cidr.unmapped().contains(any.unmapped());
  }

  private static <E> Stream<E> entries(Entries<E> written, Map<String, Group<E>> groups) {
    return Stream.concat(
        written.values().stream(),
        written.groups().stream().flatMap(name -> groups.get(name).values().stream()));
  }

  private boolean hasScheme(Condition condition) {
    return condition.schemes().isEmpty() || condition.schemes().contains(target.scheme());
  }

  private boolean hasPort(Condition condition) {
    return condition.ports().isEmpty()
        || condition.ports().stream().anyMatch(range -> range.contains(target.port()));
  }

  private boolean hasMethod(Condition condition) {
    return condition.methods().isEmpty()
        || request.method() != null && condition.methods().contains(request.method());
  }

  private boolean hasPath(Condition condition, boolean ifAmbiguous) {
    if (condition.paths().isEmpty()) {
      return true;
    }
    return target.hasAmbiguousPath() || !target.hasPath()
        ? ifAmbiguous
        : condition.paths().stream().anyMatch(pattern -> pattern.matches(target.path()));
  }

  /** Whether an allow rule may reach the address although it, or one inside, is special-purpose. */
  boolean isGrantedBy(Rule allow) {
    return address != null
        && isNamedBy(allow, address)
        && Space.inside(address, policy.addresses()).stream()
            .filter(inner -> Space.of(inner, policy.addresses()) != Space.GLOBAL)
            .allMatch(inner -> isNamedBy(allow, inner));
  }

  private static boolean isNamedBy(Rule allow, IpAddress any) {
    return allow.grant().stream().anyMatch(cidr -> isIn(cidr, any));
  }

  /** The first requirement of an allow rule that is not met, or null when all are. */
  @Nullable ReasonCode unmet(Rule allow) {
    Condition condition = allow.condition();
    if (allow.require().isTls() && !target.scheme().isEncrypted()) {
      return ReasonCode.CLEARTEXT_FORBIDDEN;
    }
    if (!hasScheme(condition)) {
      return ReasonCode.SCHEME_FORBIDDEN;
    }
    if (!hasPort(condition)) {
      return ReasonCode.PORT_FORBIDDEN;
    }
    if (!hasMethod(condition)) {
      return ReasonCode.METHOD_FORBIDDEN;
    }
    return hasPath(condition, false) ? null : ReasonCode.PATH_FORBIDDEN;
  }

  /** What an allow rule that does everything says. */
  Verdict allowedBy(Rule allow) {
    boolean unknown = identity(allow.condition()) == Truth.UNKNOWN;
    Set<Obligation> obligations = new HashSet<>();
    if (allow.require().isTls()) {
      obligations.add(Obligation.RequireTls.INSTANCE);
    }
    if (!allow.require().profiles().isEmpty()) {
      obligations.add(new Obligation.Inspect(allow.require().profiles()));
    }
    return Verdict.allow(
            unknown ? ReasonCode.ADDRESS_PENDING : ReasonCode.ALLOWED_BY_RULE, allow.id())
        .with(obligations);
  }

  /** The place of a rule that matches, or admits, among the others: section 4. */
  Rank rank(Rule rule) {
    Condition condition = rule.condition();
    if (!condition.hosts().isEmpty()) {
      return hosts(condition).map(p -> Rank.of(p, rule.id())).min(Rank::compareTo).orElseThrow();
    }
    if (!condition.cidrs().isEmpty()) {
      return cidrs(condition)
          .map(cidr -> Rank.of(cidr, rule.id()))
          .min(Rank::compareTo)
          .orElse(Rank.ofUnknownCidr(rule.id()));
    }
    return Rank.ofNeither(rule.id());
  }
}
