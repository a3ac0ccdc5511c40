package io.egressrules.engine.oracle;

import io.egressrules.net.Scheme;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Conditions;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule as text.
 *
 * @param id the rule's id
 * @param effect allow or deny
 * @param words the keys of a rule in the policy file; {@code label.k} for the label {@code k},
 *     {@code tls} and {@code inspect} for what is under {@code require}
 * @param except the words of each exception
 */
record RuleText(String id, Effect effect, Words words, List<Words> except) {

  static RuleText allow(String id, String words) {
    return new RuleText(id, Effect.ALLOW, Words.parse(words), List.of());
  }

  static RuleText deny(String id, String words, String... except) {
    return new RuleText(
        id, Effect.DENY, Words.parse(words), Stream.of(except).map(Words::parse).toList());
  }

  RuleText withId(String other) {
    return new RuleText(other, effect, words, except);
  }

  RuleText with(Words other) {
    return new RuleText(id, effect, other, except);
  }

  Rule rule() {
    Rule.Builder rule = effect == Effect.ALLOW ? Rule.allow(id) : Rule.deny(id);
    conditions(rule, words);
    for (Words exception : except) {
      Condition.Builder condition = Condition.builder();
      conditions(condition, exception);
      rule.except(condition.build());
    }
    rule.grant(words.array("grant"));
    Requirement require = words.has("tls") ? Requirement.TLS : Requirement.NONE;
    rule.require(words.has("inspect") ? require.inspect(words.array("inspect")) : require);
    words.get("until").stream().map(Instant::parse).forEach(rule::until);
    words.get("report-until").stream().map(Instant::parse).forEach(rule::reportUntil);
    return rule.build();
  }

  private static void conditions(Conditions<?> rule, Words words) {
    for (String key : words.entries().keySet()) {
      condition(rule, key, words);
    }
  }

  private static void condition(Conditions<?> rule, String key, Words words) {
    switch (key) {
      case "subjects" -> rule.subjects(words.array(key));
      case "hosts" -> rule.hosts(words.array(key));
      case "any-host" -> rule.anyHost(words.first(key));
      case "cidrs" -> rule.cidrs(words.array(key));
      case "schemes" ->
          rule.schemes(words.get(key).stream().map(Scheme::parse).toArray(Scheme[]::new));
      case "ports" -> rule.ports(words.array(key));
      case "methods" -> rule.methods(words.array(key));
      case "paths" -> rule.paths(words.array(key));
      default -> label(rule, key, words);
    }
  }

  private static void label(Conditions<?> rule, String key, Words words) {
    if (key.startsWith("label.")) {
      rule.label(key.substring("label.".length()), words.array(key));
    }
  }

  /** This rule with fewer words or exceptions. */
  Stream<RuleText> smaller() {
    return Stream.concat(
        words.smaller().map(this::with),
        Words.smaller(except).map(fewer -> new RuleText(id, effect, words, fewer)));
  }

  @Override
  public String toString() {
    return id + ": " + effect + " " + words + (except.isEmpty() ? "" : " except " + except);
  }
}
