package io.egressrules.engine.oracle;

import static io.egressrules.ReasonCode.ADDRESS_GUARDED;
import static io.egressrules.ReasonCode.ADDRESS_SPECIAL;
import static io.egressrules.ReasonCode.DENIED_BY_RULE;
import static io.egressrules.ReasonCode.DNS_EMPTY;
import static io.egressrules.ReasonCode.METADATA_HOST;
import static io.egressrules.ReasonCode.NO_RULE_MATCHED;
import static io.egressrules.ReasonCode.PORT_FORBIDDEN;
import static io.egressrules.ReasonCode.TARGET_MALFORMED;
import static io.egressrules.engine.oracle.Case.ELSEWHERE;
import static io.egressrules.engine.oracle.Case.PUBLIC;
import static io.egressrules.engine.oracle.Case.TLS;
import static io.egressrules.engine.oracle.Case.allow;
import static io.egressrules.engine.oracle.Case.allowed;
import static io.egressrules.engine.oracle.Case.denied;
import static io.egressrules.engine.oracle.Case.deny;
import static io.egressrules.engine.oracle.Case.inspect;
import static io.egressrules.engine.oracle.Case.onlyTo;
import static io.egressrules.engine.oracle.Case.policy;
import static io.egressrules.engine.oracle.Case.to;

import java.util.ArrayList;
import java.util.List;

/** SEMANTICS.md section 5: several addresses. */
final class AddressCases {
  private static final String SITE = "https://example.com/";
  private static final RuleText ANY = allow("any", "any-host: all");
  private static final RuleText NOT_ELSEWHERE = deny("d", "cidrs: 8.0.0.0/8");

  private final List<Case> cases = new ArrayList<>();

  private AddressCases() {}

  static List<Case> all() {
    AddressCases all = new AddressCases();
    all.allAllowed();
    all.allDenied();
    all.someDenied();
    all.filtered();
    all.empty();
    all.literals();
    return all.cases;
  }

  private void add(String says, PolicyText policy, RequestText request, Verdict expected) {
    cases.add(new Case(says, policy, request, expected));
  }

  private static PolicyText filtering(RuleText... rules) {
    return policy(rules).option("mixed-answers", List.of("filter"));
  }

  private void allAllowed() {
    PolicyText policy =
        policy(
            allow("wide", "cidrs: 8.0.0.0/8; inspect: cards"),
            allow("narrow", "cidrs: 93.184.216.0/24; tls: true; inspect: secrets"),
            allow("other", "cidrs: 2606:2800::/32; inspect: headers"));
    add("all allowed", policy(ANY), to(SITE, PUBLIC, ELSEWHERE), allowed("any"));
    add(
        "rules that differ by address pool their obligations",
        policy,
        to(SITE, PUBLIC, ELSEWHERE),
        allowed("narrow", TLS, inspect("cards", "secrets")));
    add(
        "under the first determining rule, not that of the first address",
        policy,
        to(SITE, ELSEWHERE, PUBLIC),
        allowed("narrow", TLS, inspect("cards", "secrets")));
    add(
        "the first by rank, not by address",
        policy,
        to(SITE, ELSEWHERE, PUBLIC, "2606:2800::1"),
        allowed("other", TLS, inspect("cards", "headers", "secrets")));
    add(
        "a rule's rank is that of its best entry for any of the addresses it allows",
        policy(allow("z", "cidrs: 0.0.0.0/0, 93.184.0.0/16"), allow("a", "cidrs: ::/0")),
        to(SITE, ELSEWHERE, PUBLIC, "2606:2800::1"),
        allowed("z"));
    add(
        "but not for one that another rule allows",
        policy(
            allow("z", "cidrs: 8.0.0.0/8, 10.1.2.0/24"),
            allow("a", "cidrs: 10.1.0.0/16; grant: 10.0.0.0/8")),
        to(SITE, ELSEWHERE, "10.1.2.3"),
        allowed("a"));
    add(
        "both families",
        policy(allow("r", "cidrs: 8.0.0.0/8, 2606:2800::/32")),
        to(SITE, ELSEWHERE, "2606:2800::1"),
        allowed("r"));
  }

  private void allDenied() {
    PolicyText policy =
        policy(allow("r", "any-host: all; grant: 10.0.0.0/8; ports: 8443"), NOT_ELSEWHERE);
    add(
        "all denied: the lowest level",
        policy,
        to(SITE, PUBLIC, "192.168.1.1", ELSEWHERE),
        denied(DENIED_BY_RULE, "d"));
    add("level 3 before level 4", policy, to(SITE, PUBLIC, "192.168.1.1"), denied(ADDRESS_SPECIAL));
    add(
        "level 1 before level 2",
        policy,
        to(SITE, ELSEWHERE, "127.0.0.1"),
        denied(ADDRESS_GUARDED));
    add(
        "an IPv4-mapped address is as low as its IPv4 address (law 7)",
        policy(deny("high", "cidrs: 93.0.0.0/8"), deny("low", "cidrs: 8.0.0.0/8")),
        to(SITE, PUBLIC, "::ffff:8.8.8.8"),
        denied(DENIED_BY_RULE, "low"));
    PolicyText two =
        policy(deny("high", "cidrs: 93.184.216.34/32"), deny("low", "cidrs: 8.0.0.0/8"));
    add("then the lowest address", two, to(SITE, PUBLIC, ELSEWHERE), denied(DENIED_BY_RULE, "low"));
    add(
        "addresses are not signed",
        policy(deny("high", "cidrs: 193.0.0.0/8"), deny("low", "cidrs: 8.0.0.0/8")),
        to(SITE, "193.0.0.1", ELSEWHERE),
        denied(DENIED_BY_RULE, "low"));
    add(
        "nor are IPv6 addresses",
        policy(
            deny("high", "cidrs: 2606:2800:220:1:8000::/65"),
            deny("low", "cidrs: 2606:2800:220:1::/65")),
        to(SITE, "2606:2800:220:1:8000::1", "2606:2800:220:1::1"),
        denied(DENIED_BY_RULE, "low"));
  }

  private void someDenied() {
    PolicyText policy = policy(ANY, NOT_ELSEWHERE);
    RequestText both = to(SITE, PUBLIC, ELSEWHERE);
    add("some denied", policy, both, denied(DENIED_BY_RULE, "d").mixed());
    add(
        "some denied, in another order",
        policy,
        to(SITE, ELSEWHERE, PUBLIC),
        denied(DENIED_BY_RULE, "d").mixed());
    add(
        "mixed with a guarded one",
        policy,
        to(SITE, PUBLIC, "127.0.0.1"),
        denied(ADDRESS_GUARDED).mixed());
    add(
        "mixed with a special one",
        policy,
        to(SITE, PUBLIC, "10.1.2.3"),
        denied(ADDRESS_SPECIAL).mixed());
    add(
        "mixed with one that no rule allows",
        policy(allow("r", "cidrs: 93.184.216.0/24")),
        both,
        denied(NO_RULE_MATCHED).mixed());
    add(
        "mixed with one whose rule requires more",
        policy(allow("r", "cidrs: 93.184.216.0/24"), allow("s", "cidrs: 8.8.8.8/32; ports: 8443")),
        both,
        denied(PORT_FORBIDDEN, "s").mixed());
    add(
        "the reason of lowest level is the cause",
        policy,
        to(SITE, PUBLIC, "10.1.2.3", ELSEWHERE),
        denied(DENIED_BY_RULE, "d").mixed());
  }

  private void filtered() {
    PolicyText policy = filtering(ANY, NOT_ELSEWHERE);
    add(
        "filter: connect only to the allowed ones",
        policy,
        to(SITE, PUBLIC, ELSEWHERE),
        allowed("any", onlyTo(PUBLIC)));
    add(
        "filter: in the order in which they were stated",
        policy,
        to(SITE, "2606:2800::1", ELSEWHERE, PUBLIC),
        allowed("any", onlyTo("2606:2800::1", PUBLIC)));
    add(
        "filter: a guarded one is never filtered",
        policy,
        to(SITE, PUBLIC, "169.254.169.254"),
        denied(ADDRESS_GUARDED).mixed());
    add(
        "filter: a guarded one among other denied ones",
        policy,
        to(SITE, PUBLIC, ELSEWHERE, "127.0.0.1"),
        denied(ADDRESS_GUARDED).mixed());
    add("filter: all allowed", policy, to(SITE, PUBLIC), allowed("any"));
    add("filter: all denied", policy, to(SITE, ELSEWHERE), denied(DENIED_BY_RULE, "d"));
    add(
        "filter: obligations of the allowed ones",
        filtering(
            allow("a", "cidrs: 93.184.216.0/24; tls: true"),
            allow("b", "cidrs: 8.8.8.8/32; inspect: cards; ports: 8443")),
        to(SITE, PUBLIC, ELSEWHERE),
        allowed("a", TLS, onlyTo(PUBLIC)));
  }

  private void empty() {
    Verdict empty = denied(DNS_EMPTY);
    add("no address at all", policy(ANY), to(SITE), empty);
    add("no address, no rule", policy(), to(SITE), empty);
    add("no address, deny rule for the host", policy(deny("d", "any-host: all")), to(SITE), empty);
    add("no address, filter", filtering(ANY), to(SITE), empty);
    add("level 0 comes before", policy(ANY), to("https://0177.0.0.1/"), denied(TARGET_MALFORMED));
    add("level 1 comes before", policy(ANY), to("http://metadata.goog/"), denied(METADATA_HOST));
  }

  private void literals() {
    PolicyText policy = policy(allow("r", "cidrs: 93.184.216.0/24, 8.0.0.0/8"));
    String literal = "https://" + PUBLIC + "/";
    add("a literal states its own address", policy, to(literal), allowed("r"));
    add("and others as well", policy, to(literal, ELSEWHERE), allowed("r"));
    add("all are judged", policy, to(literal, "127.0.0.1"), denied(ADDRESS_GUARDED).mixed());
    add(
        "its own is judged",
        policy,
        to("https://10.1.2.3/", PUBLIC),
        denied(ADDRESS_SPECIAL).mixed());
    PolicyText filter = policy.option("mixed-answers", List.of("filter"));
    add("others are filtered", filter, to(literal, "10.1.2.3"), allowed("r", onlyTo(PUBLIC)));
    add(
        "its own is never filtered, since REQUEST denies it (law 10)",
        filter,
        to("https://10.1.2.3/", PUBLIC),
        denied(ADDRESS_SPECIAL).mixed());
  }
}
