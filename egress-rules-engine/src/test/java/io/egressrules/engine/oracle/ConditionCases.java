package io.egressrules.engine.oracle;

import static io.egressrules.ReasonCode.DENIED_BY_RULE;
import static io.egressrules.ReasonCode.METHOD_FORBIDDEN;
import static io.egressrules.ReasonCode.NO_RULE_MATCHED;
import static io.egressrules.ReasonCode.PATH_FORBIDDEN;
import static io.egressrules.ReasonCode.PORT_FORBIDDEN;
import static io.egressrules.ReasonCode.SCHEME_FORBIDDEN;
import static io.egressrules.engine.oracle.Case.CHECK;
import static io.egressrules.engine.oracle.Case.ELSEWHERE;
import static io.egressrules.engine.oracle.Case.PUBLIC;
import static io.egressrules.engine.oracle.Case.allow;
import static io.egressrules.engine.oracle.Case.allowed;
import static io.egressrules.engine.oracle.Case.before;
import static io.egressrules.engine.oracle.Case.denied;
import static io.egressrules.engine.oracle.Case.deny;
import static io.egressrules.engine.oracle.Case.pending;
import static io.egressrules.engine.oracle.Case.policy;
import static io.egressrules.engine.oracle.Case.to;

import java.util.ArrayList;
import java.util.List;

/** SEMANTICS.md section 2: conditions. */
final class ConditionCases {
  private static final String SITE = "https://example.com/";
  private static final RuleText ANY = allow("any", "any-host: all");
  private static final Verdict NOTHING = denied(NO_RULE_MATCHED);

  private final List<Case> cases = new ArrayList<>();

  private ConditionCases() {}

  static List<Case> all() {
    ConditionCases all = new ConditionCases();
    all.subjects();
    all.labels();
    all.hosts();
    all.anyHost();
    all.cidrs();
    all.schemesPortsMethods();
    all.paths();
    all.combination();
    all.exceptions();
    all.expiry();
    return all.cases;
  }

  private void add(String says, PolicyText policy, RequestText request, Verdict expected) {
    cases.add(new Case(says, policy, request, expected));
  }

  private void subjects() {
    PolicyText exact = policy(allow("r", "hosts: example.com; subjects: checkout"));
    PolicyText prefix = policy(allow("r", "hosts: example.com; subjects: batch/*"));
    PolicyText every = policy(allow("r", "hosts: example.com; subjects: *"));
    RequestText site = to(SITE, PUBLIC);
    add("the subject equals an entry", exact, site.with("subject", "checkout"), allowed("r"));
    add("the subject equals no entry", exact, site.with("subject", "checkout2"), NOTHING);
    add("subjects differ by letter case", exact, site.with("subject", "Checkout"), NOTHING);
    add("starts with the text before `*`", prefix, site.with("subject", "batch/x"), allowed("r"));
    add("is the text before `*`", prefix, site.with("subject", "batch/"), allowed("r"));
    add("does not start with it", prefix, site.with("subject", "batch"), NOTHING);
    add("`*` alone is every subject", every, site.with("subject", "x"), allowed("r"));
    add("`*` alone is false when no subject is stated", every, site, NOTHING);
    add(
        "a deny rule for subjects is false when none is stated",
        policy(ANY, deny("d", "subjects: *; any-host: all")),
        site,
        allowed("any"));
  }

  private void labels() {
    PolicyText policy =
        policy(allow("r", "hosts: example.com; label.tier: gold, silver; label.zone: eu"));
    RequestText gold = to(SITE, PUBLIC).with("label.tier", "gold");
    add("every key has one of its values", policy, gold.with("label.zone", "eu"), allowed("r"));
    add("one key has another value", policy, gold.with("label.zone", "us"), NOTHING);
    add("one key is absent", policy, gold, NOTHING);
  }

  private void hosts() {
    PolicyText exact = policy(allow("r", "hosts: example.com"));
    PolicyText below = policy(allow("r", "hosts: *.example.com"));
    PolicyText apex = policy(allow("r", "hosts: .example.com"));
    String api = "https://api.example.com/";
    String deep = "https://v1.api.example.com/";
    String other = "https://xample.com/";
    String near = "https://notexample.com/";
    add("`x` is exactly x", exact, to(SITE, PUBLIC), allowed("r"));
    add("`x` is not below x", exact, to(api, PUBLIC), NOTHING);
    add("`*.x` is not x", below, to(SITE, PUBLIC), NOTHING);
    add("`*.x` is one label below x", below, to(api, PUBLIC), allowed("r"));
    add("`*.x` is more labels below x", below, to(deep, PUBLIC), allowed("r"));
    add("`*.x` is not a name that ends alike", below, to(near, PUBLIC), NOTHING);
    add("`.x` is x", apex, to(SITE, PUBLIC), allowed("r"));
    add("`.x` is below x", apex, to(deep, PUBLIC), allowed("r"));
    add("`.x` is not a name that ends alike", apex, to(near, PUBLIC), NOTHING);
    add("`x` is not a part of x", exact, to(other, PUBLIC), NOTHING);
    add("an IP literal matches no host pattern", apex, before("https://" + PUBLIC + "/"), NOTHING);
    PolicyText group = exact.and(allow("g", "hosts: $partners"));
    add(
        "a group stands for its entries",
        group.hostGroup("partners", List.of("partner.test", "*.example.com")),
        to(api, PUBLIC),
        allowed("g"));
  }

  private void anyHost() {
    add("any-host: the host is a name", policy(ANY), to(SITE, PUBLIC), allowed("any"));
    add("any-host is false for a literal", policy(ANY), before("https://8.8.8.8/"), NOTHING);
    add("a deny rule for any host", policy(ANY, deny("d", "any-host: all")), before(SITE), byD());
    add(
        "a deny rule for any host is false for a literal",
        policy(allow("r", "cidrs: 8.8.8.0/24"), deny("d", "any-host: all")),
        before("https://8.8.8.8/"),
        allowed("r"));
  }

  private static Verdict byD() {
    return denied(DENIED_BY_RULE, "d");
  }

  private void cidrs() {
    PolicyText net = policy(allow("r", "cidrs: 93.184.216.0/24"));
    PolicyText both = policy(allow("r", "hosts: example.com; cidrs: 93.184.216.0/24"));
    add("the address lies in an entry", net, to(SITE, PUBLIC), allowed("r"));
    add("known and outside", net, to(SITE, ELSEWHERE), NOTHING);
    add("unknown at REQUEST for a name", net, before(SITE), pending("r"));
    add("known at REQUEST for a literal", net, before("https://" + PUBLIC + "/"), allowed("r"));
    add("a literal outside is outside", net, before("https://8.8.8.8/"), NOTHING);
    add("unknown and false is false", both, before("https://partner.test/"), NOTHING);
    add("unknown and true is unknown", both, before(SITE), pending("r"));
    add("mapped is matched by its IPv4 address", net, to(SITE, "::ffff:" + PUBLIC), allowed("r"));
    add(
        "mapped is not matched as IPv6",
        policy(allow("r", "cidrs: ::/0")),
        to(SITE, "::ffff:" + PUBLIC),
        NOTHING);
    add(
        "a mapped entry is its IPv4 block",
        policy(allow("r", "cidrs: ::ffff:93.184.216.0/120")),
        to(SITE, PUBLIC),
        allowed("r"));
    add(
        "no address of one family lies in a block of the other",
        policy(allow("r", "cidrs: 0.0.0.0/0")),
        to(SITE, "2606:2800:220:1::34"),
        NOTHING);
    add(
        "a group of CIDRs stands for its entries",
        policy(allow("r", "cidrs: $net")).cidrGroup("net", List.of("8.8.0.0/16", "93.0.0.0/8")),
        to(SITE, PUBLIC),
        allowed("r"));
    PolicyText empty =
        policy(allow("h", "hosts: $none"), allow("c", "cidrs: $none"))
            .hostGroup("none", List.of())
            .cidrGroup("none", List.of());
    add("an empty group matches nothing", empty, to(SITE, PUBLIC), NOTHING);
    add(
        "an empty group denies nothing",
        empty.and(ANY, deny("d", "hosts: $none"), deny("e", "cidrs: $none")),
        to(SITE, PUBLIC),
        allowed("any"));
    add(
        "a deny rule that is unknown does not match",
        policy(ANY, deny("d", "cidrs: 93.184.216.0/24")),
        before(SITE),
        allowed("any", CHECK));
    add(
        "and matches once the address is known",
        policy(ANY, deny("d", "cidrs: 93.184.216.0/24")),
        to(SITE, PUBLIC),
        byD());
  }

  private void schemesPortsMethods() {
    PolicyText https = policy(allow("r", "any-host: all; schemes: https, wss"));
    PolicyText ports = policy(allow("r", "any-host: all; ports: 443, 8000-8099"));
    PolicyText get = policy(allow("r", "any-host: all; methods: GET"));
    PolicyText notPost = policy(ANY, deny("d", "methods: POST"));
    RequestText site = to(SITE, PUBLIC);
    add("the scheme is listed", https, to("wss://example.com/", PUBLIC), allowed("r"));
    Verdict scheme = denied(SCHEME_FORBIDDEN, "r");
    add("the scheme is not listed", https, to("http://example.com/", PUBLIC), scheme);
    add("the default port is listed", ports, site, allowed("r"));
    add("the port is in a range", ports, to("https://example.com:8099/", PUBLIC), allowed("r"));
    Verdict port = denied(PORT_FORBIDDEN, "r");
    add("the port is not listed", ports, to("https://example.com:8100/", PUBLIC), port);
    add("the method is listed", get, site.with("method", "GET"), allowed("r"));
    Verdict method = denied(METHOD_FORBIDDEN, "r");
    add("the method is not listed", get, site.with("method", "POST"), method);
    add("an absent method is in no list of an allow rule", get, site, method);
    add("an absent method is in no list of a deny rule", notPost, site, allowed("any"));
    add("a listed method of a deny rule", notPost, site.with("method", "POST"), byD());
  }

  private void paths() {
    PolicyText exact = policy(allow("r", "any-host: all; paths: /v1/items"));
    PolicyText star = policy(allow("r", "any-host: all; paths: /v1/*/items"));
    PolicyText rest = policy(allow("r", "any-host: all; paths: /v1/**"));
    PolicyText every = policy(allow("r", "any-host: all; paths: /**"));
    PolicyText notAdmin = policy(ANY, deny("d", "paths: /admin/**"));
    String base = "https://example.com";
    Verdict path = denied(PATH_FORBIDDEN, "r");
    add("the path is the pattern", exact, to(base + "/v1/items", PUBLIC), allowed("r"));
    add("paths differ by letter case", exact, to(base + "/V1/items", PUBLIC), path);
    add(
        "the query is no part of the path",
        exact,
        to(base + "/v1/items?x=1", PUBLIC),
        allowed("r"));
    add(
        "the canonical path is matched",
        exact,
        to(base + "/a/../v1/%69tems", PUBLIC),
        allowed("r"));
    add("`*` is one segment", star, to(base + "/v1/a/items", PUBLIC), allowed("r"));
    add("`*` is not two segments", star, to(base + "/v1/a/b/items", PUBLIC), path);
    add("`**` is zero segments", rest, to(base + "/v1", PUBLIC), allowed("r"));
    add("`**` is more segments", rest, to(base + "/v1/a/b", PUBLIC), allowed("r"));
    add("`**` is not a name that begins alike", rest, to(base + "/v1a", PUBLIC), path);
    for (String oddity : List.of("%2F", "%5C", "%00", "%0A", "%252F", "%2541", "//", "/..;/")) {
      RequestText odd = to(base + "/v1/a" + oddity + "b", PUBLIC);
      add("ambiguous by " + oddity + " is false for an allow rule", every, odd, path);
      add("ambiguous by " + oddity + " is true for a deny rule", notAdmin, odd, byD());
      add(
          "ambiguous by " + oddity + " is no matter without paths",
          policy(ANY),
          odd,
          allowed("any"));
    }
    add("another path of a deny rule", notAdmin, to(base + "/v1", PUBLIC), allowed("any"));
    add(
        "an ambiguous path does not escape a deny rule through its exception",
        policy(ANY, deny("d", "hosts: example.com", "paths: /v1/**")),
        to(base + "/v1/..%2Fadmin", PUBLIC),
        byD());
  }

  private void combination() {
    PolicyText or = policy(allow("r", "hosts: partner.test, example.com"));
    PolicyText and = policy(allow("r", "hosts: example.com; subjects: checkout"));
    add("OR between the entries of a condition", or, to(SITE, PUBLIC), allowed("r"));
    add("AND between conditions", and, to(SITE, PUBLIC).with("subject", "batch"), NOTHING);
    add(
        "a deny rule without conditions but ports",
        policy(ANY, deny("d", "ports: 443")),
        before(SITE),
        byD());
    add(
        "any-host and cidrs: AND",
        policy(allow("r", "any-host: all; cidrs: 93.184.216.34/32")),
        before("https://93.184.216.34/"),
        NOTHING);
  }

  private void exceptions() {
    PolicyText policy =
        policy(
            ANY,
            deny(
                "d",
                "hosts: .example.com",
                "hosts: api.example.com; methods: GET",
                "cidrs: 8.8.0.0/16"));
    RequestText api = to("https://api.example.com/", PUBLIC);
    add("an exception holds", policy, api.with("method", "GET"), allowed("any"));
    add("an exception holds in part only", policy, api.with("method", "POST"), byD());
    add("another exception holds", policy, to(SITE, ELSEWHERE), allowed("any"));
    add("no exception holds", policy, to(SITE, PUBLIC), byD());
    add(
        "an exception that is unknown: not yet matched",
        policy,
        before(SITE),
        allowed("any", CHECK));
    add(
        "an exception that is false although a part is unknown",
        policy(ANY, deny("d", "hosts: .example.com", "methods: GET; cidrs: 8.8.0.0/16")),
        before(SITE),
        byD());
  }

  private void expiry() {
    PolicyText allow = policy(allow("r", "any-host: all; until: " + Vocabulary.NOW));
    PolicyText deny = policy(ANY, deny("d", "any-host: all; until: " + Vocabulary.NOW));
    RequestText site = to(SITE, PUBLIC);
    add("live just before its `until`", allow, site.at(Vocabulary.BEFORE), allowed("r"));
    add("a live deny rule", deny, site.at(Vocabulary.BEFORE), byD());
    add("`until` is exclusive", deny, site.at(Vocabulary.NOW), allowed("any"));
    add("a rule that is not live is absent", deny, site.at(Vocabulary.AFTER), allowed("any"));
  }
}
