package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.Decision;
import io.egressrules.ReasonCode;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The laws of SEMANTICS.md section 7, by number, held against the engine. */
class LawsProperties {
  private static final int POLICIES = 60;
  private static final int REQUESTS = 100;

  /** Rules that laws add to policies; their ids are in no policy. */
  private static final List<RuleText> ADDITIONS =
      IntStream.range(0, 40)
          .mapToObj(i -> Policies.rule(Draw.of("additions", i), "new" + i))
          .toList();

  private static void holds(String name, Law law) {
    law.holds(name, POLICIES, REQUESTS);
  }

  /** No decision may turn into another one, judged by whether they allow. */
  private static Law.ForRequests never(
      BiPredicate<Decision, Decision> turn, Engine before, List<Engine> after) {
    return request -> {
      Decision first = before.decide(request);
      return after.stream()
          .map(engine -> engine.decide(request))
          .filter(second -> turn.test(first, second))
          .map(second -> first + "\nturned into " + second)
          .findFirst()
          .orElse(null);
    };
  }

  private static boolean isNarrowed(Decision before, Decision after) {
    return before.isAllowed() && !after.isAllowed();
  }

  private static boolean isWidened(Decision before, Decision after) {
    return !before.isAllowed() && after.isAllowed();
  }

  @Test
  void law1_defaultDeny() {
    holds(
        "default deny",
        policy -> {
          Engine engine = new Engine(policy.strict().without(r -> r.effect() == Effect.ALLOW));
          return request -> engine.decide(request).isAllowed() ? "allowed" : null;
        });
  }

  @Test
  void law2_onlyIfExplicitlyAllowed() {
    holds(
        "only if explicitly allowed",
        policy -> {
          Engine engine = new Engine(policy);
          Set<String> allowing =
              policy.rules().stream()
                  .filter(rule -> rule.effect() == Effect.ALLOW)
                  .filter(rule -> !rule.words().has("report-until"))
                  .map(RuleText::id)
                  .collect(Collectors.toSet());
          return request -> {
            Verdict verdict = engine.verdict(request);
            boolean explicit =
                verdict.code() == ReasonCode.REPORT_ONLY
                    ? !policy.reportOnly().isEmpty()
                    : verdict.rule() != null && allowing.contains(verdict.rule());
            return verdict.isAllowed() && !explicit ? "unexplained " + verdict : null;
          };
        });
  }

  @Test
  void law3_denyOverrides() {
    holds("deny overrides", policy -> denyOverrides(policy.strict()));
  }

  /** A deny rule with the words of the rule that allowed. */
  private static Law.ForRequests denyOverrides(PolicyText policy) {
    Engine before = new Engine(policy);
    return request -> {
      Verdict allowed = before.verdict(request);
      if (allowed.code() != ReasonCode.ALLOWED_BY_RULE || allowed.rule() == null) {
        return null;
      }
      Words words = policy.rule(allowed.rule()).words();
      for (String ofAllowRules : List.of("grant", "tls", "inspect", "until")) {
        words = words.without(ofAllowRules);
      }
      RuleText opposite = new RuleText("opposite", Effect.DENY, words, List.of());
      Verdict denied = new Engine(policy.and(opposite)).verdict(request);
      return denied.isAllowed() ? opposite + " did not override: " + denied : null;
    };
  }

  @Test
  void law4_orderAndDuplicatesChangeNothing() {
    holds(
        "order and duplicates change nothing",
        policy -> {
          Engine before = new Engine(policy);
          Engine after = new Engine(Rewritten.shuffledAndDoubled(policy));
          return request -> Law.same(before.verdict(request), after.verdict(request));
        });
  }

  @Test
  void law5_addingAnAllowRuleNeverTurnsAllowIntoDeny() {
    holds(
        "adding an allow rule",
        policy ->
            never(LawsProperties::isNarrowed, new Engine(policy), with(policy, Effect.ALLOW)));
  }

  @Test
  void law6_addingADenyRuleNeverTurnsDenyIntoAllow() {
    holds(
        "adding a deny rule",
        policy -> never(LawsProperties::isWidened, new Engine(policy), with(policy, Effect.DENY)));
  }

  private static List<Engine> with(PolicyText policy, Effect effect) {
    return ADDITIONS.stream()
        .filter(rule -> rule.effect() == effect)
        .limit(8)
        .map(rule -> new Engine(policy.and(rule)))
        .toList();
  }

  @Test
  void law7_spellingOfTheRequestChangesNothing() {
    holds(
        "spelling of the request",
        policy -> {
          Engine engine = new Engine(policy);
          return request ->
              Law.same(
                  Rewritten.unmapped(engine.verdict(request)),
                  Rewritten.unmapped(engine.verdict(Rewritten.respelled(request))));
        });
  }

  @Test
  void law7_spellingOfThePolicyChangesNothing() {
    holds(
        "spelling of the policy",
        policy -> {
          Engine before = new Engine(policy);
          Engine after = new Engine(Rewritten.respelled(policy));
          return request -> Law.same(before.verdict(request), after.verdict(request));
        });
  }

  @Test
  void law8_explainEqualsDecide() {
    holds(
        "explain = decide",
        policy -> {
          Engine engine = new Engine(policy);
          return request -> {
            Decision decided = engine.decide(request);
            Decision explained = engine.explain(request).decision();
            return decided.equals(explained) ? null : decided + "\nexplained as " + explained;
          };
        });
  }

  @Test
  void law10_requestIsNotStricterThanConnect() {
    List<List<String>> answers = new ArrayList<>();
    Vocabulary.SMALL.publics().forEach(address -> answers.add(List.of(address)));
    Vocabulary.SMALL.specials().forEach(address -> answers.add(List.of(address)));
    answers.add(Vocabulary.SMALL.publics());
    answers.add(List.of());
    holds(
        "REQUEST is not stricter than CONNECT",
        policy -> {
          Engine engine = new Engine(policy);
          return request -> stricter(engine, request.without("addresses"), answers);
        });
  }

  private static @Nullable String stricter(
      Engine engine, RequestText request, List<List<String>> answers) {
    if (engine.decide(request).isAllowed()) {
      return null;
    }
    return answers.stream()
        .map(answer -> request.with("addresses", answer.toArray(String[]::new)))
        .filter(connect -> engine.decide(connect).isAllowed())
        .map(connect -> "denied before, but allowed: " + connect)
        .findFirst()
        .orElse(null);
  }

  @Test
  void law11_noPolicyLiftsTheGuard() {
    RuleText names = RuleText.allow("names", "any-host: all; grant: 10.0.0.0/8");
    RuleText addresses = RuleText.allow("addresses", "cidrs: 0.0.0.0/0, ::/0");
    String forever = "2030-01-01T00:00:00Z";
    holds(
        "guard",
        policy -> {
          Engine engine =
              new Engine(policy.reportOnly(forever, List.of("*")).and(names, addresses));
          return request ->
              Stream.concat(Vocabulary.GUARDED.stream(), Stream.of("127.0.0.1", "::1"))
                  .filter(guarded -> !isLifted(policy, guarded))
                  .map(guarded -> request.with("addresses", "8.8.8.8", guarded))
                  .filter(dialled -> engine.decide(dialled).isAllowed())
                  .map(dialled -> "allowed: " + dialled)
                  .findFirst()
                  .orElse(null);
        });
  }

  private static boolean isLifted(PolicyText policy, String address) {
    return policy.rules().stream()
        .flatMap(rule -> rule.words().get("grant").stream())
        .anyMatch(grant -> Cidr.parse(grant).contains(IpAddress.parse(address)));
  }

  @Test
  void timeNeverWidens() {
    List<Instant> instants =
        Vocabulary.EXPIRIES.stream()
            .map(Instant::parse)
            .flatMap(at -> Stream.of(at.minusNanos(1), at))
            .sorted()
            .toList();
    holds(
        "the passing of time",
        policy -> {
          Engine engine = new Engine(policy.each(LawsProperties::withoutEndOfDeny));
          return request -> {
            List<Decision> inTime =
                instants.stream().map(at -> engine.decide(request.at(at))).toList();
            for (int i = 1; i < inTime.size(); i++) {
              if (isWidened(inTime.get(i - 1), inTime.get(i))) {
                return "widened at " + instants.get(i) + ": " + inTime.get(i);
              }
            }
            return null;
          };
        });
  }

  private static RuleText withoutEndOfDeny(RuleText rule) {
    return rule.effect() == Effect.DENY ? rule.with(rule.words().without("until")) : rule;
  }

  @Test
  void reportOnlyRulesChangeNothingButTheWouldBe() {
    holds(
        "report-only rules",
        policy -> {
          PolicyText reporting =
              policy.each(
                  rule ->
                      rule.words().has("report-until")
                          ? rule.with(rule.words().with("report-until", "2030-01-01T00:00:00Z"))
                          : rule);
          Engine with = new Engine(reporting);
          Engine without = new Engine(reporting.without(r -> r.words().has("report-until")));
          return request ->
              Law.same(without.verdict(request).wouldBe(null), with.verdict(request).wouldBe(null));
        });
  }

  @Test
  void decidingIsDeterministic() {
    holds(
        "determinism",
        policy -> {
          Engine one = new Engine(policy, 1);
          Engine other = new Engine(policy, 2);
          return request -> {
            Decision decision = one.decide(request);
            boolean same =
                decision.equals(one.decide(request)) && decision.equals(other.decide(request));
            return same ? null : decision + "\nor " + other.decide(request);
          };
        });
  }

  @Test
  void thePolicyIdDependsOnTheRulesAndNotOnTheirOrder() {
    for (int i = 0; i < 300 * Draw.FACTOR; i++) {
      PolicyText policy = Policies.small(Draw.of("policy id", i));
      String id = new Engine(policy).policyId();
      assertThat(new Engine(Rewritten.shuffled(policy)).policyId()).as("%s", policy).isEqualTo(id);
      assertThat(new Engine(Rewritten.doubled(policy)).policyId()).as("%s", policy).isEqualTo(id);
      assertThat(new Engine(policy.and(ADDITIONS.get(0))).policyId()).isNotEqualTo(id);
    }
  }
}
