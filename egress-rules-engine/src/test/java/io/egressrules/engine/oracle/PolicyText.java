package io.egressrules.engine.oracle;

import io.egressrules.net.Cidr;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.SourceLocation;
import io.egressrules.policy.TargetOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy as text.
 *
 * @param options {@code admit}, {@code refuse}, {@code mixed-answers}, {@code nat64-prefixes},
 *     {@code nat64-judged-inside} and {@code profiles}, the names of those that are defined
 * @param hostGroups patterns by the group's name
 * @param cidrGroups CIDRs by the group's name
 * @param reportOnly each with {@code subjects} and {@code until}
 * @param rules the rules
 */
record PolicyText(
    Words options,
    Words hostGroups,
    Words cidrGroups,
    List<Words> reportOnly,
    List<RuleText> rules) {
  static final PolicyText EMPTY =
      new PolicyText(Words.NONE, Words.NONE, Words.NONE, List.of(), List.of());

  static PolicyText of(RuleText... rules) {
    return EMPTY.with(List.of(rules));
  }

  PolicyText with(List<RuleText> others) {
    return new PolicyText(options, hostGroups, cidrGroups, reportOnly, others);
  }

  PolicyText and(RuleText... more) {
    List<RuleText> all = new ArrayList<>(rules);
    all.addAll(List.of(more));
    return with(all);
  }

  PolicyText without(Predicate<RuleText> which) {
    return with(rules.stream().filter(which.negate()).toList());
  }

  /** This policy, with each rule changed. */
  PolicyText each(UnaryOperator<RuleText> change) {
    return with(rules.stream().map(change).toList());
  }

  RuleText rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  /** This policy, without report-only subjects and denying mixed answers. */
  PolicyText strict() {
    return new PolicyText(
        options.without("mixed-answers"), hostGroups, cidrGroups, List.of(), rules);
  }

  PolicyText option(String key, List<String> values) {
    return new PolicyText(options.with(key, values), hostGroups, cidrGroups, reportOnly, rules);
  }

  PolicyText hostGroup(String name, List<String> patterns) {
    return new PolicyText(options, hostGroups.with(name, patterns), cidrGroups, reportOnly, rules);
  }

  PolicyText cidrGroup(String name, List<String> cidrs) {
    return new PolicyText(options, hostGroups, cidrGroups.with(name, cidrs), reportOnly, rules);
  }

  PolicyText reportOnly(String until, List<String> subjects) {
    List<Words> all = new ArrayList<>(reportOnly);
    all.add(Words.NONE.with("subjects", subjects).with("until", until));
    return new PolicyText(options, hostGroups, cidrGroups, all, rules);
  }

  Policy policy() {
    Policy.Builder policy = Policy.builder("generated");
    hostGroups.entries().keySet().forEach(g -> policy.hostGroup(g, hostGroups.array(g)));
    cidrGroups.entries().keySet().forEach(g -> policy.cidrGroup(g, cidrGroups.array(g)));
    rules.forEach(rule -> policy.rule(rule.rule()));
    for (Words entry : reportOnly) {
      Instant until = Instant.parse(entry.first("until"));
      policy.reportOnly(new ReportOnly(entry.get("subjects"), until, null, SourceLocation.BUILDER));
    }
    for (String profile : options.get("profiles")) {
      policy.profile(InspectionProfile.builder(profile).detectors(profile));
    }
    policy.target(new TargetOptions(traits("admit"), traits("refuse")));
    return policy.addresses(addresses()).build();
  }

  private Set<TargetTrait> traits(String key) {
    return options.get(key).stream().map(TargetTrait::valueOf).collect(Collectors.toSet());
  }

  private AddressOptions addresses() {
    return new AddressOptions(
        options.has("mixed-answers") ? MixedAnswers.FILTER : MixedAnswers.DENY,
        options.get("nat64-prefixes").stream().map(Cidr::parse).toList(),
        options.has("nat64-judged-inside"));
  }

  /** This policy without some rules, entries or options. */
  Stream<PolicyText> smaller() {
    return Stream.of(
            Words.smaller(rules).map(this::with),
            Words.smaller(reportOnly)
                .map(r -> new PolicyText(options, hostGroups, cidrGroups, r, rules)),
            options
                .smaller()
                .map(o -> new PolicyText(o, hostGroups, cidrGroups, reportOnly, rules)),
            hostGroups
                .smaller()
                .map(g -> new PolicyText(options, g, cidrGroups, reportOnly, rules)),
            cidrGroups
                .smaller()
                .map(g -> new PolicyText(options, hostGroups, g, reportOnly, rules)),
            rules.stream().flatMap(rule -> rule.smaller().map(less -> replacing(rule, less))))
        .flatMap(each -> each);
  }

  PolicyText replacing(RuleText rule, RuleText other) {
    return each(one -> one.equals(rule) ? other : one);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("policy ").append(options);
    hostGroups
        .entries()
        .forEach((name, all) -> text.append("\n  hosts $").append(name).append(all));
    cidrGroups
        .entries()
        .forEach((name, all) -> text.append("\n  cidrs $").append(name).append(all));
    reportOnly.forEach(entry -> text.append("\n  report-only ").append(entry));
    rules.forEach(rule -> text.append("\n  ").append(rule));
    return text.toString();
  }
}
