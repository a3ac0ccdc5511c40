package io.egressrules.engine.oracle;

import static io.egressrules.ReasonCode.ADDRESS_GUARDED;
import static io.egressrules.ReasonCode.ADDRESS_SPECIAL;
import static io.egressrules.ReasonCode.DENIED_BY_RULE;
import static io.egressrules.ReasonCode.DNS_EMPTY;
import static io.egressrules.ReasonCode.METADATA_HOST;
import static io.egressrules.ReasonCode.NO_RULE_MATCHED;
import static io.egressrules.ReasonCode.PORT_FORBIDDEN;
import static io.egressrules.ReasonCode.RULE_EXPIRED;
import static io.egressrules.ReasonCode.TARGET_MALFORMED;
import static io.egressrules.engine.oracle.Case.CHECK;
import static io.egressrules.engine.oracle.Case.ELSEWHERE;
import static io.egressrules.engine.oracle.Case.PUBLIC;
import static io.egressrules.engine.oracle.Case.allow;
import static io.egressrules.engine.oracle.Case.allowed;
import static io.egressrules.engine.oracle.Case.before;
import static io.egressrules.engine.oracle.Case.denied;
import static io.egressrules.engine.oracle.Case.deny;
import static io.egressrules.engine.oracle.Case.policy;
import static io.egressrules.engine.oracle.Case.reported;
import static io.egressrules.engine.oracle.Case.to;

import java.util.ArrayList;
import java.util.List;

/** SEMANTICS.md section 6: report-only rules and subjects. */
final class ReportOnlyCases {
  private static final String SITE = "https://example.com/";
  private static final String UNTIL_NOW = Vocabulary.NOW.toString();
  private static final String REPORTED = "; report-until: " + UNTIL_NOW;
  private static final RuleText ANY = allow("any", "any-host: all");
  private static final Verdict NOTHING = denied(NO_RULE_MATCHED);
  private static final RequestText EARLY = to(SITE, PUBLIC).at(Vocabulary.BEFORE);
  private static final RequestText LATE = to(SITE, PUBLIC).at(Vocabulary.NOW);

  private final List<Case> cases = new ArrayList<>();

  private ReportOnlyCases() {}

  static List<Case> all() {
    ReportOnlyCases all = new ReportOnlyCases();
    all.denyRules();
    all.allowRules();
    all.wouldBe();
    all.subjects();
    all.subjectsAndLevels();
    all.subjectsAndAddresses();
    return all.cases;
  }

  private void add(String says, PolicyText policy, RequestText request, Verdict expected) {
    cases.add(new Case(says, policy, request, expected));
  }

  private void denyRules() {
    PolicyText policy = policy(ANY, deny("d", "hosts: example.com" + REPORTED));
    Verdict byD = denied(DENIED_BY_RULE, "d");
    add("a report-only deny rule is absent", policy, EARLY, allowed("any").wouldBe(byD));
    add("after its expiry it is enforced", policy, LATE, byD);
    add(
        "one that does not match would change nothing",
        policy,
        to("https://partner.test/", PUBLIC).at(Vocabulary.BEFORE),
        allowed("any"));
    String ended = "; until: " + Vocabulary.BEFORE;
    add(
        "one that is not live would change nothing",
        policy(ANY, deny("d", "hosts: example.com" + REPORTED + ended)),
        EARLY,
        allowed("any"));
  }

  private void allowRules() {
    PolicyText policy = policy(allow("r", "hosts: example.com" + REPORTED));
    add("a report-only allow rule is absent", policy, EARLY, NOTHING.wouldBe(allowed("r")));
    add("after its expiry it stays absent", policy, LATE, NOTHING);
    add(
        "it does not expire as a rule that allowed",
        policy(
            allow("r", "hosts: example.com; until: " + UNTIL_NOW + "; report-until: " + UNTIL_NOW)),
        LATE,
        NOTHING);
    add(
        "a grant of a report-only rule is none",
        policy(allow("r", "hosts: example.com; grant: 127.0.0.1/32" + REPORTED)),
        to(SITE, "127.0.0.1").at(Vocabulary.BEFORE),
        denied(ADDRESS_GUARDED).wouldBe(allowed("r")));
  }

  private void wouldBe() {
    PolicyText sameRule =
        policy(deny("d", "hosts: example.com"), deny("e", "any-host: all" + REPORTED));
    add("not stated when nothing differs", sameRule, EARLY, denied(DENIED_BY_RULE, "d"));
    add(
        "stated when the rule differs",
        policy(deny("d", "any-host: all"), deny("e", "hosts: example.com" + REPORTED)),
        EARLY,
        denied(DENIED_BY_RULE, "d").wouldBe(denied(DENIED_BY_RULE, "e")));
    add(
        "stated when the reason differs",
        policy(deny("e", "hosts: example.com" + REPORTED)),
        EARLY,
        NOTHING.wouldBe(denied(DENIED_BY_RULE, "e")));
    add(
        "stated when the rule of an ALLOW differs",
        policy(ANY, allow("r", "hosts: example.com" + REPORTED)),
        EARLY,
        allowed("any").wouldBe(allowed("r")));
    add(
        "every report-only rule at once",
        policy(allow("r", "hosts: example.com" + REPORTED), deny("e", "any-host: all" + REPORTED)),
        EARLY,
        NOTHING.wouldBe(denied(DENIED_BY_RULE, "e")));
    add(
        "of a mixed answer",
        policy(ANY, deny("d", "cidrs: 8.0.0.0/8" + REPORTED)),
        to(SITE, PUBLIC, ELSEWHERE).at(Vocabulary.BEFORE),
        allowed("any").wouldBe(denied(DENIED_BY_RULE, "d").mixed()));
    add(
        "of a name whose addresses are unknown",
        policy(ANY, deny("d", "hosts: example.com" + REPORTED)),
        before(SITE).at(Vocabulary.BEFORE),
        allowed("any", CHECK).wouldBe(denied(DENIED_BY_RULE, "d")));
  }

  private static PolicyText lenient(RuleText... rules) {
    return policy(rules).reportOnly(UNTIL_NOW, List.of("batch/*"));
  }

  private static RequestText batch(String url, String... addresses) {
    return to(url, addresses).with("subject", "batch/x").at(Vocabulary.BEFORE);
  }

  private void subjects() {
    PolicyText policy = lenient();
    RequestText early = batch(SITE, PUBLIC);
    add("a DENY of a report-only subject is an ALLOW", policy, early, reported(NOTHING));
    add("until its expiry, exclusive", policy, early.at(Vocabulary.NOW), NOTHING);
    add("not of other subjects", policy, early.with("subject", "checkout"), NOTHING);
    add("not when no subject is stated", policy, early.without("subject"), NOTHING);
    add("an ALLOW stays as it is", lenient(ANY), early, allowed("any"));
    add(
        "addresses are to be checked",
        policy,
        early.without("addresses"),
        reported(NOTHING, CHECK));
  }

  private void subjectsAndLevels() {
    RequestText early = batch(SITE, PUBLIC);
    RuleText deny = deny("d", "hosts: example.com");
    add("level 2", lenient(ANY, deny), early, reported(denied(DENIED_BY_RULE, "d")));
    add("level 3", lenient(ANY), batch(SITE, "10.1.2.3"), reported(denied(ADDRESS_SPECIAL)));
    RuleText port = allow("r", "any-host: all; ports: 8443");
    add("level 4", lenient(port), early, reported(denied(PORT_FORBIDDEN, "r")));
    RuleText old = allow("old", "any-host: all; until: " + Vocabulary.BEFORE);
    add("an expired rule", lenient(old), early, reported(denied(RULE_EXPIRED, "old")));
    add("level 0 never", lenient(), batch("https://0177.0.0.1/", PUBLIC), denied(TARGET_MALFORMED));
    add("level 1 never", lenient(ANY), batch(SITE, "127.0.0.1"), denied(ADDRESS_GUARDED));
    add(
        "metadata names never",
        lenient(ANY),
        batch("http://metadata.goog/", PUBLIC),
        denied(METADATA_HOST));
  }

  private void subjectsAndAddresses() {
    RuleText deny = deny("d", "cidrs: 8.0.0.0/8");
    add(
        "a mixed answer",
        lenient(ANY, deny),
        batch(SITE, PUBLIC, ELSEWHERE),
        reported(denied(DENIED_BY_RULE, "d").mixed()));
    add(
        "a mixed answer with a guarded address never",
        lenient(ANY),
        batch(SITE, PUBLIC, "169.254.169.254"),
        denied(ADDRESS_GUARDED).mixed());
    add("no address at all never", lenient(ANY), batch(SITE), denied(DNS_EMPTY));
    add(
        "several denied addresses, one of them guarded, never",
        lenient(),
        batch(SITE, PUBLIC, "169.254.169.254"),
        denied(ADDRESS_GUARDED));
  }
}
