package io.egressrules.engine.compile;

import io.egressrules.policy.Condition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Mode;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.util.HashMap;
import java.util.Map;

/** Finds rules that lack a word, or have one that does not go with the others. */
final class RuleShape {
  private static final Condition ALWAYS = Condition.builder().build();

  private final Problems problems;

  private RuleShape(Problems problems) {
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    RuleShape shape = new RuleShape(problems);
    Map<String, Rule> byId = new HashMap<>();
    for (Rule rule : policy.rules()) {
      Rule first = byId.putIfAbsent(rule.id(), rule);
      if (first != null) {
        shape.error(
            rule,
            "duplicate-rule-id",
            "has the id of the one at " + first.ref().location() + "; rename one of the two");
      }
      shape.check(rule);
    }
  }

  private void check(Rule rule) {
    checkHosts(rule, rule.condition());
    rule.except().forEach(except -> checkHosts(rule, except));
    if (rule.effect() == Effect.ALLOW) {
      checkAllow(rule);
    } else {
      checkDeny(rule);
    }
    if (rule.mode() == Mode.REPORT_ONLY && rule.reportUntil() == null) {
      error(
          rule,
          "report-only-without-expiry",
          "is report-only for ever; add `report-until` with the day on which it takes effect");
    }
  }

  private void checkHosts(Rule rule, Condition condition) {
    if (condition.anyHost() != null && !condition.hosts().isEmpty()) {
      error(
          rule,
          "any-host-with-hosts",
          "has both `any-host` and `hosts`; remove the one that is not meant");
    }
  }

  private void checkAllow(Rule rule) {
    Condition condition = rule.condition();
    if (condition.hosts().isEmpty() && condition.anyHost() == null && condition.cidrs().isEmpty()) {
      error(
          rule,
          "no-destination",
          "allows without saying where to; add `hosts` or `cidrs`, or `any-host` with a reason");
    }
    if (!rule.except().isEmpty()) {
      error(
          rule,
          "except-on-allow",
          "allows and has `except`; write a deny rule for what it must not reach");
    }
  }

  private void checkDeny(Rule rule) {
    if (!rule.grant().isEmpty()) {
      error(
          rule, "grant-on-deny", "denies and has `grant`; move it to the allow rule that needs it");
    }
    if (!rule.require().equals(Requirement.NONE)) {
      error(rule, "require-on-deny", "denies and has `require`; move it to an allow rule");
    }
    if (rule.except().contains(ALWAYS)) {
      error(
          rule,
          "empty-exception",
          "has an exception that always holds, so it never denies; add conditions to it");
    }
  }

  private void error(Rule rule, String code, String message) {
    problems.error(code, rule.ref().location(), "rule `" + rule.id() + "` " + message);
  }
}
