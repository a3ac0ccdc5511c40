package io.egressrules.engine.oracle;

import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.net.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A sentence of SEMANTICS.md, and what it means for one request.
 *
 * @param says the sentence, or the part of it that the case shows
 * @param policy the policy
 * @param request the request
 * @param expected the verdict
 */
record Case(String says, PolicyText policy, RequestText request, Verdict expected) {
  /** A public address, and a second one in another block. */
  static final String PUBLIC = "93.184.216.34";

  static final String ELSEWHERE = "8.8.8.8";

  static final Obligation CHECK = Obligation.CheckAddresses.INSTANCE;
  static final Obligation TLS = Obligation.RequireTls.INSTANCE;

  static PolicyText policy(RuleText... rules) {
    return PolicyText.EMPTY.and(rules);
  }

  static RuleText allow(String id, String words) {
    return RuleText.allow(id, words);
  }

  static RuleText deny(String id, String words, String... except) {
    return RuleText.deny(id, words, except);
  }

  /** A request for a URL whose host's addresses are not known yet. */
  static RequestText before(String url) {
    return RequestText.to(url);
  }

  /** A request for a URL at these addresses. */
  static RequestText to(String url, String... addresses) {
    return RequestText.to(url).with("addresses", addresses);
  }

  static Verdict allowed(String rule, Obligation... obligations) {
    return Verdict.allow(ReasonCode.ALLOWED_BY_RULE, rule, obligations);
  }

  static Verdict pending(String rule, Obligation... obligations) {
    return Verdict.allow(ReasonCode.ADDRESS_PENDING, rule, obligations).with(Set.of(CHECK));
  }

  static Verdict reported(Verdict denial, Obligation... obligations) {
    return Verdict.allow(ReasonCode.REPORT_ONLY, null, obligations).wouldBe(denial);
  }

  static Verdict denied(ReasonCode code) {
    return Verdict.deny(code);
  }

  static Verdict denied(ReasonCode code, String rule) {
    return Verdict.deny(code, rule);
  }

  static Obligation inspect(String... profiles) {
    return new Obligation.Inspect(Set.of(profiles));
  }

  static Obligation onlyTo(String... addresses) {
    return new Obligation.ConnectOnlyTo(Stream.of(addresses).map(IpAddress::parse).toList());
  }

  /** All cases, in the order of the text. */
  static List<Case> all() {
    return Stream.of(
            ConditionCases.all(),
            LevelCases.all(),
            OrderCases.all(),
            AddressCases.all(),
            ReportOnlyCases.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return says;
  }
}
