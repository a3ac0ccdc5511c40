package io.egressrules.engine.oracle;

import static java.util.Comparator.comparing;

import io.egressrules.EgressRequest;
import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.net.DomainName;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MetadataHosts;
import io.egressrules.net.Target;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.Effect;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.Mode;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * SEMANTICS.md read aloud: every rule is looked at, for every address, without any structure.
 *
 * <p>An instance decides requests in one world: as the policy is, or with everything report-only
 * enforced. It shares nothing with the engine but the values of {@code net} and {@code policy}.
 */
final class Oracle {
  /** RFC 9110 section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final Policy policy;
  private final Instant now;
  private final boolean allEnforced;

  private Oracle(Policy policy, Instant now, boolean allEnforced) {
    this.policy = policy;
    this.now = now;
    this.allEnforced = allEnforced;
  }

  /** Section 6: what report-only makes of the levels. */
  static Verdict decide(Policy policy, EgressRequest request, Instant now) {
    Verdict decision = new Oracle(policy, now, false).decide(request);
    if (isReportOnly(policy, request, now) && decision.mayBeReportOnly()) {
      return Verdict.allow(ReasonCode.REPORT_ONLY, null)
          .with(pending(request) ? Set.of(Obligation.CheckAddresses.INSTANCE) : Set.of())
          .wouldBe(decision);
    }
    Verdict other = new Oracle(policy, now, true).decide(request);
    return other.hasOutcomeOf(decision) ? decision : decision.wouldBe(other);
  }

  private static boolean isReportOnly(Policy policy, EgressRequest request, Instant now) {
    return request.target() != null
        && policy.reportOnly().stream()
            .filter(entry -> now.isBefore(entry.until()))
            .anyMatch(
                entry ->
                    new Facts(policy, request, request.target(), null)
                        .hasSubject(entry.subjects()));
  }

  /** Section 3, level 0 and metadata names, then each address. */
  private Verdict decide(EgressRequest request) {
    Target target = request.target();
    if (target == null || hasRefusedTrait(target)) {
      return Verdict.deny(ReasonCode.TARGET_MALFORMED);
    }
    if (request.method() != null && !TOKEN.matcher(request.method()).matches()) {
      return Verdict.deny(ReasonCode.METHOD_MALFORMED);
    }
    if (request.headers().isMalformed()) {
      return Verdict.deny(ReasonCode.HEADER_MALFORMED);
    }
    if (target.host() instanceof DomainName name && MetadataHosts.contains(name)) {
      return Verdict.deny(ReasonCode.METADATA_HOST);
    }
    Verdict verdict = decideAddresses(request, target);
    return verdict.isAllowed() && mustNotLeave(request)
        ? Verdict.deny(ReasonCode.DLP_MATCH, verdict.rule())
        : verdict;
  }

  /** What must not leave, as the code DLP_MATCH of level 4 says; the text is silent on findings. */
  private static boolean mustNotLeave(EgressRequest request) {
    return request.body() != null
        && request.body().findings() != null
        && request.body().findings().stream().anyMatch(f -> f.action() == InspectionAction.DENY);
  }

  private Verdict decideAddresses(EgressRequest request, Target target) {
    if (pending(request)) {
      Verdict verdict = decideAt(new Facts(policy, request, target, null)).verdict();
      return verdict.isAllowed()
          ? verdict.with(Set.of(Obligation.CheckAddresses.INSTANCE))
          : verdict;
    }
    List<At> each = new ArrayList<>();
    for (IpAddress address : addresses(request, target)) {
      each.add(decideAt(new Facts(policy, request, target, address)));
    }
    return each.isEmpty()
        ? Verdict.deny(ReasonCode.DNS_EMPTY)
        : At.together(each, policy.addresses().mixedAnswers() == MixedAnswers.FILTER);
  }

  private boolean hasRefusedTrait(Target target) {
    for (TargetTrait trait : TargetTrait.values()) {
      if (trait.in(target.traits()) && policy.target().refuses(trait)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the host is a name and no addresses are stated. */
  private static boolean pending(EgressRequest request) {
    return request.addresses() == null
        && request.target() != null
        && request.target().host() instanceof DomainName;
  }

  private static Set<IpAddress> addresses(EgressRequest request, Target target) {
    Set<IpAddress> all = new LinkedHashSet<>();
    if (target.host() instanceof IpAddress own) {
      all.add(own);
    }
    if (request.addresses() != null) {
      all.addAll(request.addresses());
    }
    return all;
  }

  /** Section 3, levels 1 and 2, and what expiry makes of the others. */
  private At decideAt(Facts facts) {
    List<Rule> admitting = rules(Effect.ALLOW, rule -> isInForce(rule) && facts.admits(rule));
    Space space = Space.of(facts.address(), policy.addresses());
    boolean granted = admitting.stream().anyMatch(facts::isGrantedBy);
    if (space == Space.GUARDED || space == Space.LOOPBACK && !granted) {
      return new At(facts, Verdict.deny(ReasonCode.ADDRESS_GUARDED), null);
    }
    for (Facts each : facts.andInside()) {
      List<Rule> denying =
          rules(Effect.DENY, rule -> isInForce(rule) && each.matches(rule) == Truth.TRUE);
      if (!denying.isEmpty()) {
        Rule rule = denying.stream().min(comparing(each::rank)).orElseThrow();
        return new At(facts, Verdict.deny(ReasonCode.DENIED_BY_RULE, rule.id()), rule);
      }
    }
    At result = byAllowRules(facts, space, admitting);
    At lapsed =
        byAllowRules(
            facts, space, rules(Effect.ALLOW, rule -> isExpired(rule) && facts.admits(rule)));
    return !result.verdict().isAllowed() && lapsed.verdict().isAllowed()
        ? new At(facts, lapsed.verdict().expired(), lapsed.rule())
        : result;
  }

  /** Section 3, levels 3 to 6: one allow rule that does everything. */
  private static At byAllowRules(Facts facts, Space space, List<Rule> admitting) {
    boolean global = space == Space.GLOBAL;
    List<Rule> granting =
        admitting.stream().filter(rule -> global || facts.isGrantedBy(rule)).toList();
    List<Rule> meeting = granting.stream().filter(rule -> facts.unmet(rule) == null).toList();
    if (!meeting.isEmpty()) {
      return first(facts, meeting, facts::allowedBy);
    }
    if (!granting.isEmpty()) {
      return first(facts, granting, rule -> Verdict.deny(facts.unmet(rule), rule.id()));
    }
    ReasonCode code = global ? ReasonCode.NO_RULE_MATCHED : ReasonCode.ADDRESS_SPECIAL;
    return new At(facts, Verdict.deny(code), null);
  }

  /** Section 4. */
  private static At first(Facts facts, List<Rule> among, Function<Rule, Verdict> verdict) {
    Rule rule = among.stream().min(comparing(facts::rank)).orElseThrow();
    return new At(facts, verdict.apply(rule), rule);
  }

  private List<Rule> rules(Effect effect, Predicate<Rule> which) {
    return policy.rules().stream().filter(r -> r.effect() == effect).filter(which).toList();
  }

  /** Sections 2 and 6: live, and not report-only in this world. */
  private boolean isInForce(Rule rule) {
    if (!isLive(rule) || rule.mode() == Mode.ENFORCE) {
      return isLive(rule);
    }
    boolean reports = now.isBefore(rule.reportUntil());
    return reports ? allEnforced : rule.effect() == Effect.DENY;
  }

  private boolean isLive(Rule rule) {
    return rule.until() == null || now.isBefore(rule.until());
  }

  private boolean isExpired(Rule rule) {
    return !isLive(rule) && rule.mode() == Mode.ENFORCE;
  }
}
