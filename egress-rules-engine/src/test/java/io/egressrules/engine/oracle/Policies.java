package io.egressrules.engine.oracle;

import io.egressrules.policy.Effect;
import java.util.ArrayList;
import java.util.List;

/** Draws policies. */
final class Policies {
  private final Draw draw;
  private final Vocabulary words;
  private final List<String> hostGroups = new ArrayList<>();
  private final List<String> cidrGroups = new ArrayList<>();

  private Policies(Draw draw, Vocabulary words) {
    this.draw = draw;
    this.words = words;
  }

  /** A policy of one to seven rules, all of whose words meet often. */
  static PolicyText small(Draw draw) {
    return new Policies(draw, Vocabulary.SMALL).policy(1 + draw.upTo(7), 3);
  }

  /** A policy of hundreds of rules and thousands of group entries. */
  static PolicyText large(Draw draw, Vocabulary words) {
    return new Policies(draw, words).policy(100 + draw.upTo(200), 1500);
  }

  /** A rule of small words, without groups. */
  static RuleText rule(Draw draw, String id) {
    return new Policies(draw, Vocabulary.SMALL).rule(id);
  }

  private PolicyText policy(int rules, int groupSize) {
    PolicyText policy = options();
    for (String name : List.of("partners", "blocklist")) {
      hostGroups.add("$" + name);
      policy = policy.hostGroup(name, group(groupSize, words.patterns()));
    }
    for (String name : List.of("office", "cloud")) {
      cidrGroups.add("$" + name);
      policy = policy.cidrGroup(name, group(groupSize, words.cidrs()));
    }
    if (draw.chance(0.15)) {
      policy = policy.reportOnly(expiry(), some(2, Vocabulary.SUBJECT_ENTRIES));
    }
    for (int i = 0; i < rules; i++) {
      policy = policy.and(rule(id(i)));
    }
    return policy;
  }

  private PolicyText options() {
    PolicyText policy = PolicyText.EMPTY;
    if (draw.chance(0.4)) {
      policy = policy.option("mixed-answers", List.of("filter"));
    }
    if (draw.chance(0.2)) {
      policy = policy.option("nat64-prefixes", List.of("2001:db8:64::/96"));
    }
    if (draw.chance(0.2)) {
      policy = policy.option("nat64-judged-inside", List.of("true"));
    }
    if (draw.chance(0.2)) {
      policy = policy.option("admit", some(2, Vocabulary.TRAITS));
    }
    return draw.chance(0.1) ? policy.option("refuse", some(2, Vocabulary.TRAITS)) : policy;
  }

  /** Ids whose order is not that of the rules, and in which letter case and length count. */
  private String id(int number) {
    return draw.one(List.of("r", "R", "a/", "z."))
        + Integer.toString(number, 36)
        + draw.one(List.of("", "-x"));
  }

  private RuleText rule(String id) {
    return draw.chance(0.65) ? allow(id) : deny(id);
  }

  private RuleText allow(String id) {
    Words rule = identity(Words.NONE, true);
    rule = requirements(rule, 0.2);
    if (draw.chance(0.5)) {
      rule = rule.with("grant", some(4, Vocabulary.GRANTS));
    }
    if (draw.chance(0.2)) {
      rule = rule.with("tls", "true");
    }
    if (draw.chance(0.2)) {
      rule = rule.with("inspect", some(2, Vocabulary.PROFILES));
    }
    return new RuleText(id, Effect.ALLOW, times(rule), List.of());
  }

  private RuleText deny(String id) {
    Words rule = identity(Words.NONE, draw.chance(0.8));
    rule = requirements(rule, 0.2);
    if (rule.equals(Words.NONE)) {
      rule = rule.with("ports", "8443");
    }
    List<Words> except = new ArrayList<>();
    while (draw.chance(0.25)) {
      Words exception = requirements(identity(Words.NONE, draw.chance(0.7)), 0.15);
      except.add(exception.equals(Words.NONE) ? Words.NONE.with("methods", "GET") : exception);
    }
    return new RuleText(id, Effect.DENY, times(rule), except);
  }

  private Words identity(Words start, boolean needsTarget) {
    Words rule = start;
    if (needsTarget) {
      rule = target(rule);
    }
    if (draw.chance(0.15)) {
      rule = rule.with("subjects", some(2, Vocabulary.SUBJECT_ENTRIES));
    }
    if (draw.chance(0.08)) {
      rule = rule.with("label.tier", some(2, Vocabulary.TIERS));
    }
    return draw.chance(0.03) ? rule.with("label.zone", "eu") : rule;
  }

  private Words target(Words rule) {
    return switch (draw.upTo(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> rule.with("hosts", hosts());
      case 8, 9 -> rule.with("any-host", "a crawler follows links");
      case 10, 11, 12, 13, 14, 15 -> rule.with("cidrs", cidrs());
      case 16, 17, 18 -> rule.with("hosts", hosts()).with("cidrs", cidrs());
      default -> rule.with("any-host", "a crawler follows links").with("cidrs", cidrs());
    };
  }

  private List<String> hosts() {
    return draw.chance(0.15) && !hostGroups.isEmpty()
        ? draw.some(1, hostGroups)
        : some(3, words.patterns());
  }

  private List<String> cidrs() {
    return draw.chance(0.15) && !cidrGroups.isEmpty()
        ? draw.some(1, cidrGroups)
        : some(3, words.cidrs());
  }

  private Words requirements(Words start, double each) {
    Words rule = start;
    if (draw.chance(each)) {
      rule = rule.with("schemes", some(2, Vocabulary.SCHEMES));
    }
    if (draw.chance(each)) {
      rule = rule.with("ports", some(2, Vocabulary.PORTS));
    }
    if (draw.chance(each)) {
      rule = rule.with("methods", some(2, Vocabulary.METHODS));
    }
    return draw.chance(each) ? rule.with("paths", some(2, Vocabulary.PATHS)) : rule;
  }

  private Words times(Words start) {
    Words rule = draw.chance(0.15) ? start.with("until", expiry()) : start;
    return draw.chance(0.15) ? rule.with("report-until", expiry()) : rule;
  }

  private String expiry() {
    return draw.one(Vocabulary.EXPIRIES);
  }

  /** Some of the words, each once. */
  private List<String> some(int most, List<String> of) {
    return draw.some(most, of).stream().distinct().toList();
  }

  private List<String> group(int size, List<String> of) {
    return some(size, of);
  }
}
