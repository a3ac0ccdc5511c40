package io.egressrules.engine.oracle;

import static io.egressrules.ReasonCode.ADDRESS_GUARDED;
import static io.egressrules.ReasonCode.ADDRESS_SPECIAL;
import static io.egressrules.ReasonCode.CLEARTEXT_FORBIDDEN;
import static io.egressrules.ReasonCode.DENIED_BY_RULE;
import static io.egressrules.ReasonCode.DLP_MATCH;
import static io.egressrules.ReasonCode.METADATA_HOST;
import static io.egressrules.ReasonCode.METHOD_FORBIDDEN;
import static io.egressrules.ReasonCode.METHOD_MALFORMED;
import static io.egressrules.ReasonCode.NO_RULE_MATCHED;
import static io.egressrules.ReasonCode.PATH_FORBIDDEN;
import static io.egressrules.ReasonCode.PORT_FORBIDDEN;
import static io.egressrules.ReasonCode.RULE_EXPIRED;
import static io.egressrules.ReasonCode.TARGET_MALFORMED;
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

import java.util.ArrayList;
import java.util.List;

/** SEMANTICS.md section 3: levels, in precedence. */
final class LevelCases {
  private static final String SITE = "https://example.com/";
  private static final RuleText ANY = allow("any", "any-host: all");
  private static final RuleText ALL = allow("all", "cidrs: 0.0.0.0/0, ::/0");
  private static final RuleText NONE = deny("none", "cidrs: 0.0.0.0/0, ::/0");
  private static final Verdict GUARDED = denied(ADDRESS_GUARDED);
  private static final Verdict SPECIAL = denied(ADDRESS_SPECIAL);

  private final List<Case> cases = new ArrayList<>();

  private LevelCases() {}

  static List<Case> all() {
    LevelCases all = new LevelCases();
    all.malformed();
    all.guard();
    all.loopback();
    all.denyRules();
    all.special();
    all.transitionForms();
    all.deniedInside();
    all.malformedMethods();
    all.requirements();
    all.oneRuleDoesEverything();
    all.expired();
    all.pendingAddresses();
    return all.cases;
  }

  private void add(String says, PolicyText policy, RequestText request, Verdict expected) {
    cases.add(new Case(says, policy, request, expected));
  }

  private void malformed() {
    PolicyText policy = policy(ANY);
    Verdict malformed = denied(TARGET_MALFORMED);
    add("0: a malformed target", policy, before("https://example.com\\@partner.test/"), malformed);
    add("0: comes before all others", policy(NONE), before("https://0177.0.0.1/"), malformed);
    PolicyText strict = policy.option("refuse", List.of("DOT_SEGMENTS"));
    RequestText dots = to("https://example.com/a/../b", PUBLIC);
    add("0: a trait that the policy refuses", strict, dots, malformed);
    add(
        "0: a trait that the policy admits",
        policy.option("admit", List.of("DOT_SEGMENTS")),
        dots,
        allowed("any"));
    add(
        "0: a refused trait comes before the guard",
        strict,
        before("https://169.254.169.254/a/../b"),
        malformed);
  }

  private void guard() {
    for (String name : List.of("metadata.google.internal", "metadata.goog")) {
      Verdict metadata = denied(METADATA_HOST);
      add("1: " + name + " before DNS", policy(ANY), before("http://" + name + "/"), metadata);
      add("1: " + name + " anywhere", policy(ANY), to("http://" + name + "/", PUBLIC), metadata);
    }
    add(
        "1: a name below a metadata name is none",
        policy(ANY),
        to("http://x.metadata.goog/", PUBLIC),
        allowed("any"));
    for (String address :
        List.of(
            "0.0.0.0",
            "0.1.2.3",
            "::",
            "169.254.0.1",
            "169.254.169.254",
            "fe80::1",
            "224.0.0.1",
            "ff02::1",
            "255.255.255.255",
            "168.63.129.16",
            "100.100.100.200",
            "fd00:ec2::254",
            "127.0.0.1",
            "127.255.255.254",
            "::1")) {
      add("1: a name at " + address, policy(ANY, ALL), to(SITE, address), GUARDED);
      add("1: comes before deny rules, " + address, policy(ALL, NONE), to(SITE, address), GUARDED);
      String literal = address.contains(":") ? "[" + address + "]" : address;
      add("1: literal " + address, policy(ALL), before("http://" + literal + "/"), GUARDED);
    }
  }

  private void loopback() {
    PolicyText policy = policy(allow("r", "any-host: all; grant: 127.0.0.0/8, ::1/128"));
    PolicyText one = policy(allow("r", "hosts: example.com; grant: 127.0.0.1/32"));
    add("1: loopback with a grant", policy, to(SITE, "127.0.0.1"), allowed("r"));
    add("1: IPv6 loopback with a grant", policy, to(SITE, "::1"), allowed("r"));
    add("1: mapped loopback with a grant", policy, to(SITE, "::ffff:127.0.0.1"), allowed("r"));
    add("1: loopback outside the grant", one, to(SITE, "127.0.0.2"), GUARDED);
    add(
        "1: the grant of a rule that does not admit",
        one.and(ALL),
        to("https://partner.test/", "127.0.0.1"),
        GUARDED);
    add(
        "1: loopback in a transition form is not lifted",
        policy,
        to(SITE, "64:ff9b::7f00:1"),
        GUARDED);
    add("1: loopback in 6to4 is not lifted", policy, to(SITE, "2002:7f00:1::1"), GUARDED);
    add(
        "2: loopback that is granted and denied by a rule",
        policy.and(NONE),
        to(SITE, "127.0.0.1"),
        denied(DENIED_BY_RULE, "none"));
    add(
        "4: loopback that is granted, requirements not met",
        policy(allow("r", "any-host: all; grant: 127.0.0.1/32; ports: 8443")),
        to(SITE, "127.0.0.1"),
        denied(PORT_FORBIDDEN, "r"));
  }

  private void denyRules() {
    add("2: a deny rule matches", policy(NONE), to(SITE, PUBLIC), denied(DENIED_BY_RULE, "none"));
    add(
        "2: deny overrides allow",
        policy(allow("r", "hosts: example.com"), NONE),
        to(SITE, PUBLIC),
        denied(DENIED_BY_RULE, "none"));
    add(
        "2: comes before special-purpose addresses",
        policy(ANY, NONE),
        to(SITE, "10.1.2.3"),
        denied(DENIED_BY_RULE, "none"));
    add(
        "2: comes before requirements",
        policy(allow("r", "any-host: all; ports: 8443"), NONE),
        to(SITE, PUBLIC),
        denied(DENIED_BY_RULE, "none"));
  }

  private void special() {
    PolicyText policy = policy(allow("r", "hosts: example.com; grant: 10.1.0.0/16"));
    for (String address :
        List.of(
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "203.0.113.7",
            "240.0.0.1",
            "fd12:3456::1",
            "2001:db8::1")) {
      add("3: " + address + " without a grant", policy(ANY), to(SITE, address), SPECIAL);
      add("3: " + address + " and no rule at all", policy(), to(SITE, address), SPECIAL);
    }
    add("3: an address inside the grant", policy, to(SITE, "10.1.2.3"), allowed("r"));
    add("3: an address outside the grant", policy, to(SITE, "10.2.0.1"), SPECIAL);
    add("3: a mapped address inside", policy, to(SITE, "::ffff:10.1.2.3"), allowed("r"));
    add("3: a public address needs no grant", policy, to(SITE, PUBLIC), allowed("r"));
    add(
        "3: the grant of a rule that does not admit",
        policy.and(ANY),
        to("https://partner.test/", "10.1.2.3"),
        SPECIAL);
    add(
        "3: naming the CIDR of an address grants nothing",
        policy(allow("r", "cidrs: 10.0.0.0/8")),
        to(SITE, "10.1.2.3"),
        SPECIAL);
    add(
        "3: comes before requirements",
        policy(allow("r", "any-host: all; ports: 8443")),
        to(SITE, "10.1.2.3"),
        SPECIAL);
    add("3: nothing to judge yet", policy(), before(SITE), denied(NO_RULE_MATCHED));
  }

  private void transitionForms() {
    RuleText inner = allow("inner", "any-host: all; grant: 10.0.0.0/8");
    RuleText outer = allow("outer", "any-host: all; grant: 2002:a01:203::/48");
    RuleText both = allow("both", "any-host: all; grant: 2002:a01:203::/48, 10.0.0.0/8");
    RuleText nat64 = allow("nat64", "any-host: all; grant: 64:ff9b::5db8:d800/120");
    add("the inner address is judged", policy(inner), to(SITE, "64:ff9b::a9fe:a9fe"), GUARDED);
    add("the outer address is judged", policy(ANY), to(SITE, "64:ff9b::5db8:d822"), SPECIAL);
    add("a grant names the outer address", policy(inner), to(SITE, "2002:a01:203::1"), SPECIAL);
    add("and a special inner one", policy(outer), to(SITE, "2002:a01:203::1"), SPECIAL);
    add("both in one rule", policy(inner, outer), to(SITE, "2002:a01:203::1"), SPECIAL);
    add("both named", policy(both), to(SITE, "2002:a01:203::1"), allowed("both"));
    add("no public inner one", policy(nat64), to(SITE, "64:ff9b::5db8:d822"), allowed("nat64"));
    add(
        "both inner ones of Teredo",
        policy(allow("r", "any-host: all; grant: 2001:0:a01:203::/64, 10.1.2.3/32")),
        to(SITE, "2001:0:a01:203::f5fe:fdfb"),
        SPECIAL);
    add(
        "and both named",
        policy(allow("r", "any-host: all; grant: 2001:0:a01:203::/64, 10.0.0.0/8")),
        to(SITE, "2001:0:a01:203::f5fe:fdfb"),
        allowed("r"));
    PolicyText operator = policy(ANY).option("nat64-prefixes", List.of("2001:db8:64::/96"));
    add("an operator's prefix", operator, to(SITE, "2001:db8:64::a9fe:a9fe"), GUARDED);
    add("and around a public address", operator, to(SITE, "2001:db8:64::5db8:d822"), SPECIAL);
    add(
        "judged by the inner address alone",
        operator.option("nat64-judged-inside", List.of("true")),
        to(SITE, "2001:db8:64::5db8:d822"),
        allowed("any"));
    add(
        "judged inside, and guarded there",
        operator.option("nat64-judged-inside", List.of("true")),
        to(SITE, "2001:db8:64::a9fe:a9fe"),
        GUARDED);
  }

  private void malformedMethods() {
    for (String method : List.of("", "GET ", "GET / HTTP/1.1\r\nHost: a.test", "G\u00cbT", "G(T")) {
      add(
          "0: a method that is no token",
          policy(ANY),
          before(SITE).with("method", method),
          denied(METHOD_MALFORMED));
    }
    add(
        "0: any token",
        policy(ANY),
        to(SITE, "8.8.8.8").with("method", "M-SEARCH"),
        allowed("any"));
  }

  private void deniedInside() {
    RuleText everything = allow("all", "any-host: all; grant: ::/0");
    RuleText public4 = deny("d", "cidrs: 93.184.216.0/24");
    PolicyText policy =
        policy(ANY, public4)
            .option("nat64-prefixes", List.of("2001:db8:64::/96"))
            .option("nat64-judged-inside", List.of("true"));
    add(
        "a denied address inside NAT64",
        policy,
        to(SITE, "64:ff9b::5db8:d822"),
        Verdict.deny(DENIED_BY_RULE, "d"));
    add(
        "an operator's",
        policy,
        to(SITE, "2001:db8:64::5db8:d822"),
        Verdict.deny(DENIED_BY_RULE, "d"));
    add("another one inside", policy, to(SITE, "64:ff9b::808:808"), allowed("any"));
    add(
        "an exception inside",
        policy(ANY, deny("d", "cidrs: 93.184.216.0/24", "cidrs: 93.184.216.34/32"))
            .option("nat64-judged-inside", List.of("true")),
        to(SITE, "64:ff9b::5db8:d822"),
        allowed("any"));
  }

  private void requirements() {
    PolicyText all =
        policy(allow("r", "any-host: all; tls: true; ports: 8443; methods: GET; paths: /v1"));
    RequestText request = to("http://example.com/", PUBLIC);
    add("4: TLS first", all, request, denied(CLEARTEXT_FORBIDDEN, "r"));
    request = to("https://example.com/", PUBLIC);
    add("4: then the port", all, request, denied(PORT_FORBIDDEN, "r"));
    request = to("https://example.com:8443/", PUBLIC);
    add("4: then the method", all, request, denied(METHOD_FORBIDDEN, "r"));
    request = request.with("method", "GET");
    add("4: then the path", all, request, denied(PATH_FORBIDDEN, "r"));
    request = to("https://example.com:8443/v1", PUBLIC).with("method", "GET");
    add("5: all met", all, request, allowed("r", TLS));
    add(
        "5: wss is TLS",
        policy(allow("r", "any-host: all; tls: true")),
        to("wss://a.test/", PUBLIC),
        allowed("r", TLS));
    add(
        "4: ws is not",
        policy(allow("r", "any-host: all; tls: true")),
        to("ws://a.test/", PUBLIC),
        denied(CLEARTEXT_FORBIDDEN, "r"));
    add(
        "4: at REQUEST as well",
        policy(allow("r", "any-host: all; ports: 8443")),
        before(SITE),
        denied(PORT_FORBIDDEN, "r"));
    add(
        "4: an inspection is an obligation",
        policy(allow("r", "any-host: all; inspect: secrets, cards")),
        to(SITE, PUBLIC),
        allowed("r", inspect("cards", "secrets")));
    RequestText found = to(SITE, PUBLIC).with("found", "REDACT", "DENY");
    add("4: what must not leave", policy(ANY), found, denied(DLP_MATCH, "any"));
    add("4: what may leave", policy(ANY), found.with("found", "REDACT"), allowed("any"));
    add("4: comes after what denies", policy(ANY, NONE), found, denied(DENIED_BY_RULE, "none"));
  }

  private void oneRuleDoesEverything() {
    RuleText grants = allow("grants", "hosts: example.com; grant: 10.0.0.0/8; ports: 8443");
    PolicyText policy = policy(grants, ANY);
    add("5: another admitting rule meets", policy, to(SITE, PUBLIC), allowed("any"));
    add(
        "4: of those that grant a special address",
        policy,
        to(SITE, "10.1.2.3"),
        denied(PORT_FORBIDDEN, "grants"));
    add(
        "5: one rule grants and meets",
        policy,
        to("https://example.com:8443/", "10.1.2.3"),
        allowed("grants"));
    add("6: nothing", policy(), to(SITE, PUBLIC), denied(NO_RULE_MATCHED));
    add("6: nothing at REQUEST", policy(), before(SITE), denied(NO_RULE_MATCHED));
  }

  private void expired() {
    String ended = "; until: " + Vocabulary.NOW;
    RuleText old = allow("old", "hosts: example.com" + ended);
    Verdict expired = denied(RULE_EXPIRED, "old");
    add("an expired rule, at level 6", policy(old), to(SITE, PUBLIC), expired);
    add("an expired rule, at REQUEST", policy(old), before(SITE), expired);
    add(
        "an expired rule that would not",
        policy(old),
        to("https://a.test/", PUBLIC),
        denied(NO_RULE_MATCHED));
    add(
        "an expired rule, at level 4",
        policy(old, allow("r", "any-host: all; ports: 8443")),
        to(SITE, PUBLIC),
        expired);
    RuleText oldGrant = allow("old", "hosts: example.com; grant: 10.0.0.0/8" + ended);
    add("an expired rule, at level 3", policy(oldGrant, ANY), to(SITE, "10.1.2.3"), expired);
    add("an expired rule without the grant", policy(old), to(SITE, "10.1.2.3"), SPECIAL);
    RuleText oldPort = allow("old", "any-host: all; ports: 8443" + ended);
    add(
        "an expired rule that is not met",
        policy(oldPort),
        to(SITE, PUBLIC),
        denied(NO_RULE_MATCHED));
    RuleText oldLoopback = allow("old", "any-host: all; grant: 127.0.0.1/32" + ended);
    add("an expired rule lifts no guard", policy(oldLoopback), to(SITE, "127.0.0.1"), GUARDED);
    add(
        "an expired rule and a deny rule",
        policy(old, NONE),
        to(SITE, PUBLIC),
        denied(DENIED_BY_RULE, "none"));
    add("an expired rule and a live one", policy(old, ANY), to(SITE, PUBLIC), allowed("any"));
    add(
        "an expired rule whose addresses are unknown",
        policy(allow("old", "cidrs: 93.184.216.0/24" + ended)),
        before(SITE),
        expired);
  }

  private void pendingAddresses() {
    add("the ALLOW of a name obliges to check", policy(ANY), before(SITE), allowed("any", CHECK));
    add("with addresses it does not", policy(ANY), to(SITE, PUBLIC), allowed("any"));
    add("a literal has nothing to check", policy(ALL), before("https://8.8.8.8/"), allowed("all"));
    add("identity unknown", policy(ALL), before(SITE), pending("all"));
    add(
        "requirements are not unknown",
        policy(allow("r", "cidrs: 8.0.0.0/8; ports: 8443")),
        before(SITE),
        denied(PORT_FORBIDDEN, "r"));
  }
}
