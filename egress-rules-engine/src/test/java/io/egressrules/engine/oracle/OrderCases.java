package io.egressrules.engine.oracle;

import static io.egressrules.ReasonCode.CLEARTEXT_FORBIDDEN;
import static io.egressrules.ReasonCode.DENIED_BY_RULE;
import static io.egressrules.ReasonCode.METHOD_FORBIDDEN;
import static io.egressrules.ReasonCode.PORT_FORBIDDEN;
import static io.egressrules.ReasonCode.RULE_EXPIRED;
import static io.egressrules.engine.oracle.Case.CHECK;
import static io.egressrules.engine.oracle.Case.PUBLIC;
import static io.egressrules.engine.oracle.Case.TLS;
import static io.egressrules.engine.oracle.Case.allow;
import static io.egressrules.engine.oracle.Case.allowed;
import static io.egressrules.engine.oracle.Case.before;
import static io.egressrules.engine.oracle.Case.denied;
import static io.egressrules.engine.oracle.Case.deny;
import static io.egressrules.engine.oracle.Case.inspect;
import static io.egressrules.engine.oracle.Case.pending;
import static io.egressrules.engine.oracle.Case.policy;
import static io.egressrules.engine.oracle.Case.to;

import io.egressrules.policy.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** SEMANTICS.md section 4: the determining rule. */
final class OrderCases {
  private static final String SITE = "https://api.example.com/";

  private final List<Case> cases = new ArrayList<>();

  private OrderCases() {}

  static List<Case> all() {
    OrderCases all = new OrderCases();
    all.order();
    all.bestEntry();
    all.reasons();
    all.obligations();
    return all.cases;
  }

  private void add(String says, PolicyText policy, RequestText request, Verdict expected) {
    cases.add(new Case(says, policy, request, expected));
  }

  /** Of rules in the order in which they determine, the first does; whichever is written first. */
  private void order() {
    List<RuleText> order =
        List.of(
            allow("z1", "hosts: api.example.com"),
            allow("y2", "hosts: .api.example.com"),
            allow("x3", "hosts: example.com, .example.com"),
            allow("w4", "hosts: *.example.com"),
            allow("v5", "cidrs: 93.184.216.34/32"),
            allow("u6", "cidrs: 93.184.216.0/24; any-host: all"),
            allow("t7", "cidrs: 0.0.0.0/0"),
            allow("s8", "any-host: all"));
    for (int i = 0; i < order.size(); i++) {
      List<RuleText> rest = new ArrayList<>(order.subList(i, order.size()));
      String first = order.get(i).id();
      add(first + " determines", policy().with(rest), to(SITE, PUBLIC), allowed(first));
      Collections.reverse(rest);
      add(
          first + " determines, written last",
          policy().with(rest),
          to(SITE, PUBLIC),
          allowed(first));
      PolicyText denying = policy().with(rest.stream().map(OrderCases::denying).toList());
      add(first + " denies", denying, to(SITE, PUBLIC), denied(DENIED_BY_RULE, first));
    }
    add(
        "neither hosts nor CIDRs come last",
        policy(deny("a", "ports: 443"), deny("b", "cidrs: 0.0.0.0/0")),
        to(SITE, PUBLIC),
        denied(DENIED_BY_RULE, "b"));
    add(
        "an unknown CIDR is of its kind",
        policy().with(order.subList(6, 8)),
        before(SITE),
        pending("t7"));
    add(
        "unknown CIDRs are alike",
        policy(allow("b", "cidrs: 93.184.216.34/32"), allow("a", "cidrs: 0.0.0.0/0")),
        before(SITE),
        pending("a"));
    add(
        "ties by rule id, by UTF-16 code unit",
        policy(
            allow("a", "any-host: all"), allow("B", "any-host: all"), allow("b", "any-host: all")),
        to(SITE, PUBLIC),
        allowed("B"));
    add(
        "a shorter id before a longer one",
        policy(allow("a-b", "any-host: all"), allow("a", "any-host: all")),
        to(SITE, PUBLIC),
        allowed("a"));
  }

  private static RuleText denying(RuleText rule) {
    return new RuleText(rule.id(), Effect.DENY, rule.words(), List.of());
  }

  private void bestEntry() {
    add(
        "a rank is that of the best host entry that matches",
        policy(
            allow("a", "hosts: .example.com"),
            allow("b", "hosts: *.example.com, v1.api.example.com, api.example.com")),
        to(SITE, PUBLIC),
        allowed("b"));
    add(
        "not that of a better entry that does not match",
        policy(
            allow("a", "hosts: .example.com"),
            allow("b", "hosts: *.example.com, v1.api.example.com")),
        to(SITE, PUBLIC),
        allowed("a"));
    add(
        "a rank is that of the best CIDR entry that matches",
        policy(
            allow("a", "cidrs: 93.184.216.0/24"),
            allow("b", "cidrs: 0.0.0.0/0, 93.184.217.1/32, 93.184.216.34/32")),
        to(SITE, PUBLIC),
        allowed("b"));
    add(
        "entries of groups count",
        policy(allow("a", "hosts: .example.com"), allow("b", "hosts: $g"))
            .hostGroup("g", List.of("partner.test", "api.example.com")),
        to(SITE, PUBLIC),
        allowed("b"));
    add(
        "CIDRs do not count besides hosts",
        policy(
            allow("a", "hosts: .example.com; cidrs: 0.0.0.0/0"),
            allow("b", "hosts: .example.com; cidrs: 93.184.216.34/32")),
        to(SITE, PUBLIC),
        allowed("a"));
    add(
        "exceptions do not count",
        policy(
            deny("a", "hosts: .example.com"),
            deny("b", "hosts: .example.com", "hosts: v1.api.example.com")),
        to(SITE, PUBLIC),
        denied(DENIED_BY_RULE, "a"));
  }

  private void reasons() {
    RuleText exact = allow("exact", "hosts: api.example.com; ports: 8443; methods: GET");
    RuleText wide = allow("wide", "hosts: .example.com; tls: true");
    add(
        "level 4: the reason is that of the first rule",
        policy(exact, wide),
        to("http://api.example.com/", PUBLIC),
        denied(PORT_FORBIDDEN, "exact"));
    add(
        "level 4: its first unmet requirement",
        policy(exact, wide),
        to("http://api.example.com:8443/", PUBLIC),
        denied(METHOD_FORBIDDEN, "exact"));
    add(
        "level 4: only admitting rules",
        policy(exact, wide),
        to("http://v1.example.com/", PUBLIC),
        denied(CLEARTEXT_FORBIDDEN, "wide"));
    add(
        "level 4: only rules that grant",
        policy(exact, allow("wide", "any-host: all; tls: true; grant: 10.0.0.0/8")),
        to("http://api.example.com/", "10.1.2.3"),
        denied(CLEARTEXT_FORBIDDEN, "wide"));
    add(
        "level 5: only rules that are met",
        policy(exact, wide),
        to(SITE, PUBLIC),
        allowed("wide", TLS));
    String ended = "; until: " + Vocabulary.NOW;
    add(
        "the first of expired rules that would have allowed",
        policy(
            exact.with(exact.words().with("until", Vocabulary.NOW.toString())),
            allow("b", "hosts: .example.com" + ended),
            allow("a", "any-host: all" + ended)),
        to(SITE, PUBLIC),
        denied(RULE_EXPIRED, "b"));
  }

  private void obligations() {
    PolicyText policy =
        policy(
            allow("a", "any-host: all; inspect: cards"),
            allow("b", "hosts: api.example.com; tls: true; inspect: secrets"));
    add(
        "obligations of the determining rule alone",
        policy,
        to(SITE, PUBLIC),
        allowed("b", TLS, inspect("secrets")));
    add(
        "and to check addresses",
        policy,
        before("https://partner.test/"),
        allowed("a", CHECK, inspect("cards")));
  }
}
