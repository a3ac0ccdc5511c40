package io.egressrules.engine.oracle;

import io.egressrules.policy.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws policies. */
final class Policies {
  /** Many patterns that no request meets, and some that many meet. */
  private static final List<String> PATHS =
      Stream.concat(
              IntStream.range(0, 60).mapToObj(i -> "/v1/p" + i + "/**"),
              Stream.of("/v1/*/items", "/v1/*", "/v1/items/*", "/v2/items", "/v1/"))
          .toList();

  private final Draw draw;
  private final Vocabulary allowed;
  private final Vocabulary denied;
  private final boolean hasGroups;

  private Policies(Draw draw, Vocabulary allowed, Vocabulary denied, boolean hasGroups) {
    this.draw = draw;
    this.allowed = allowed;
    this.denied = denied;
    this.hasGroups = hasGroups;
  }

  /** A policy of one to seven rules, all of whose words meet often. */
  static PolicyText small(Draw draw) {
    Policies policies = new Policies(draw, Vocabulary.SMALL, Vocabulary.SMALL, true);
    return policies.policy(1 + draw.upTo(7), 3);
  }

  /** A policy of hundreds of rules, few of which deny much, and thousands of group entries. */
  static PolicyText large(Draw draw, Vocabulary words) {
    return new Policies(draw, words, words.narrow(), true).policy(100 + draw.upTo(100), 4000);
  }

  /** A policy of many rules on few hosts, most of which ask for a path of their own. */
  static PolicyText ofPaths(Draw draw) {
    PolicyText policy = PolicyText.EMPTY;
    int rules = 10 + draw.upTo(120);
    for (int i = 0; i < rules; i++) {
      Words words = Words.NONE.with("hosts", draw.some(1, List.of(".partner.test", "example.com")));
      if (draw.chance(0.9)) {
        words = words.with("paths", draw.some(3, PATHS).stream().distinct().toList());
      }
      if (draw.chance(0.5)) {
        words = words.with("methods", draw.one(Vocabulary.METHODS));
      }
      Effect effect = draw.chance(0.85) ? Effect.ALLOW : Effect.DENY;
      policy = policy.and(new RuleText("r" + i, effect, words, List.of()));
    }
    return policy;
  }

  /** A rule of small words, without groups. */
  static RuleText rule(Draw draw, String id) {
    return new Policies(draw, Vocabulary.SMALL, Vocabulary.SMALL, false).rule(id);
  }

  private PolicyText policy(int rules, int groupSize) {
    PolicyText policy =
        options()
            .hostGroup("partners", some(groupSize, allowed.patterns()))
            .hostGroup("blocklist", some(groupSize, denied.patterns()))
            .cidrGroup("office", some(groupSize, allowed.cidrs()))
            .cidrGroup("cloud", some(groupSize, denied.cidrs()));
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
    if (draw.chance(0.1)) {
      policy = policy.option("profiles", some(2, Vocabulary.PROFILES));
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
    return draw.chance(denied == allowed ? 0.65 : 0.85) ? allow(id) : deny(id);
  }

  private RuleText allow(String id) {
    Words rule = identity(allowed, true);
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
    Words rule = identity(denied, denied != Vocabulary.SMALL || draw.chance(0.8));
    rule = requirements(rule, 0.2);
    if (rule.equals(Words.NONE)) {
      rule = rule.with("ports", "8443");
    }
    List<Words> except = new ArrayList<>();
    while (draw.chance(0.25)) {
      Words exception = requirements(identity(denied, draw.chance(0.7)), 0.15);
      except.add(exception.equals(Words.NONE) ? Words.NONE.with("methods", "GET") : exception);
    }
    return new RuleText(id, Effect.DENY, times(rule), except);
  }

  private Words identity(Vocabulary words, boolean needsTarget) {
    Words rule = needsTarget ? target(words) : Words.NONE;
    if (draw.chance(0.15)) {
      rule = rule.with("subjects", some(3, Vocabulary.SUBJECT_ENTRIES));
    }
    if (draw.chance(0.08)) {
      rule = rule.with("label.tier", some(2, Vocabulary.TIERS));
    }
    return draw.chance(0.03) ? rule.with("label.zone", "eu") : rule;
  }

  private Words target(Vocabulary words) {
    Words hosts = Words.NONE.with("hosts", entries(words.patterns(), "$partners", "$blocklist"));
    Words cidrs = Words.NONE.with("cidrs", entries(words.cidrs(), "$office", "$cloud"));
    Words both = hosts.with("cidrs", cidrs.get("cidrs"));
    return switch (draw.upTo(words == Vocabulary.SMALL ? 20 : 17)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> hosts;
      case 8, 9, 10, 11, 12, 13 -> cidrs;
      case 14, 15, 16 -> both;
      case 17 -> cidrs.with("any-host", "a crawler follows links");
      default -> Words.NONE.with("any-host", "a crawler follows links");
    };
  }

  private List<String> entries(List<String> of, String... groups) {
    return hasGroups && draw.chance(0.1) ? some(1, List.of(groups)) : some(3, of);
  }

  private Words requirements(Words start, double each) {
    Words rule = start;
    if (draw.chance(each)) {
      rule = rule.with("schemes", some(2, Vocabulary.SCHEMES));
    }
    if (draw.chance(each)) {
      rule = rule.with("ports", some(3, Vocabulary.PORTS));
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
}
