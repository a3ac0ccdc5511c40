package io.egressrules.engine.compile;

import io.egressrules.policy.Condition;
import io.egressrules.policy.Entries;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Rule;
import io.egressrules.policy.RuleRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The identity of a policy's content: SHA-256 (FIPS 180-4) of what is written, whatever its order,
 * its repetitions and its places.
 */
final class ContentHash {
  private static final String PREFIX = "sha256:";

  private final ContentDigest digest = new ContentDigest();

  private ContentHash() {}

  /** {@code sha256:} and 64 hexadecimal digits. */
  static String of(Policy policy) {
    ContentHash hash = new ContentHash();
    hash.digest.text(policy.name());
    hash.groups(policy.hostGroups().values());
    hash.groups(policy.cidrGroups().values());
    List<Rule> rules = policy.rules().stream().sorted(Comparator.comparing(Rule::id)).toList();
    hash.digest.size(rules.size());
    rules.forEach(hash::rule);
    hash.digest.set(policy.reportOnly().stream().map(ContentHash::reportOnly).toList());
    hash.digest.set(policy.detectors().stream().map(InspectionHash::of).toList());
    hash.digest.set(policy.profiles().values().stream().map(InspectionHash::of).toList());
    hash.digest.set(policy.target().admit());
    hash.digest.set(policy.target().refuse());
    hash.digest.text(policy.addresses().mixedAnswers().name());
    hash.digest.set(policy.addresses().nat64Prefixes());
    hash.digest.text(String.valueOf(policy.addresses().nat64JudgedInside()));
    return PREFIX + hash.digest.digits();
  }

  private static String ofCondition(Condition condition) {
    ContentHash hash = new ContentHash();
    hash.condition(condition);
    return hash.digest.digits();
  }

  private void groups(Collection<? extends Group<?>> groups) {
    digest.size(groups.size());
    groups.stream().sorted(Comparator.comparing(Group::name)).forEach(this::group);
  }

  private void group(Group<?> group) {
    digest.text(group.name());
    digest.set(group.values());
  }

  private void rule(Rule rule) {
    RuleRef ref = rule.ref();
    digest.text(rule.id());
    digest.text(rule.effect().name());
    digest.text(rule.mode().name());
    condition(rule.condition());
    digest.set(rule.except().stream().map(ContentHash::ofCondition).toList());
    digest.text(String.valueOf(rule.require().isTls()));
    digest.set(rule.require().profiles());
    digest.set(rule.grant());
    digest.optional(rule.until());
    digest.optional(rule.reportUntil());
    digest.optional(ref.owner());
    digest.optional(ref.reason());
    digest.optional(ref.ticket());
  }

  private void condition(Condition condition) {
    digest.set(condition.subjects());
    digest.size(condition.labels().size());
    for (Map.Entry<String, List<String>> label : condition.labels().entrySet()) {
      digest.text(label.getKey());
      digest.set(label.getValue());
    }
    entries(condition.hosts());
    digest.optional(condition.anyHost());
    entries(condition.cidrs());
    digest.set(condition.schemes());
    digest.set(condition.ports());
    digest.set(condition.methods());
    digest.set(condition.paths());
  }

  private void entries(Entries<?> entries) {
    digest.set(entries.values());
    digest.set(entries.groups());
  }

  private static String reportOnly(ReportOnly entry) {
    return entry.subjects().stream().sorted().distinct().toList()
        + " "
        + entry.until()
        + " "
        + Objects.requireNonNullElse(entry.reason(), "");
  }
}
