package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.Moment;
import io.egressrules.engine.author.text.Words;
import io.egressrules.engine.author.text.YamlText;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.TargetOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes policies as policy files. Equal policies give equal texts, and reading what was written
 * gives an equal policy.
 *
 * <p>Comments and the author's spelling (Unicode names, address ranges, one-entry lists) are not
 * part of a policy and do not come back. A group that was read from a list file is written as its
 * reference.
 */
public final class PolicyWriter {
  private final Policy policy;
  private final YamlText out = new YamlText();

  private PolicyWriter(Policy policy) {
    this.policy = policy;
  }

  /**
   * The text of a policy.
   *
   * @param policy a policy, built in code or read from a file
   * @return YAML 1.2
   * @throws IllegalArgumentException if the policy holds what no policy file can say: an exception
   *     without conditions, an expiry outside the years 0 to 9999, or a budget of 10^18 bytes or
   *     milliseconds, or in fractions of a millisecond
   */
  public static String write(Policy policy) {
    return new PolicyWriter(policy).text();
  }

  private String text() {
    out.literal("version", 1);
    out.text("policy", policy.name());
    groups();
    target(policy.target());
    addresses(policy.addresses());
    if (!policy.reportOnly().isEmpty()) {
      out.items("report-only", policy.reportOnly(), this::reportOnly);
    }
    new InspectionWriter(policy, out).write();
    if (!policy.rules().isEmpty()) {
      out.items("rules", policy.rules(), rule -> new RuleWriter(rule, out).write());
    }
    return out.toString();
  }

  private void groups() {
    if (policy.hostGroups().isEmpty() && policy.cidrGroups().isEmpty()) {
      return;
    }
    out.mapping(
        "groups",
        () -> {
          groups("hosts", policy.hostGroups());
          groups("cidrs", policy.cidrGroups());
        });
  }

  private <E> void groups(String kind, Map<String, Group<E>> groups) {
    if (!groups.isEmpty()) {
      out.mapping(kind, () -> new TreeMap<>(groups).values().forEach(this::group));
    }
  }

  private void group(Group<?> group) {
    String file = group.file();
    if (file == null) {
      out.texts(group.name(), texts(group.values()));
    } else {
      out.mapping(group.name(), () -> out.text("file", file));
    }
  }

  private void target(TargetOptions target) {
    if (!target.equals(TargetOptions.DEFAULT)) {
      out.mapping(
          "target",
          () -> {
            words("admit", target.admit());
            words("refuse", target.refuse());
          });
    }
  }

  private void words(String key, Collection<? extends Enum<?>> constants) {
    if (!constants.isEmpty()) {
      out.texts(key, constants.stream().map(Words::of).sorted().toList());
    }
  }

  private void addresses(AddressOptions addresses) {
    if (!addresses.equals(AddressOptions.STRICT)) {
      out.mapping("addresses", () -> addressWords(addresses));
    }
  }

  private void addressWords(AddressOptions addresses) {
    if (addresses.mixedAnswers() != MixedAnswers.DENY) {
      out.text("mixed-answers", Words.of(addresses.mixedAnswers()));
    }
    if (!addresses.nat64Prefixes().isEmpty()) {
      out.texts("nat64-prefixes", texts(addresses.nat64Prefixes()));
    }
    if (addresses.nat64JudgedInside()) {
      out.literal("nat64-judged-inside", true);
    }
  }

  private void reportOnly(ReportOnly entry) {
    out.texts("subjects", entry.subjects());
    out.literal("until", Moment.format(entry.until()));
    String reason = entry.reason();
    if (reason != null) {
      out.text("reason", reason);
    }
  }

  private static List<String> texts(Collection<?> values) {
    return values.stream().map(String::valueOf).toList();
  }
}
