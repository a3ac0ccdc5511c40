package io.egressrules.examples.corpus;

import io.egressrules.engine.EgressRules;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Policy;
import java.nio.file.Path;

/** Reads host patterns as an author would write them in a policy file. */
final class HostNames {
  private HostNames() {}

  /** A pattern in A-labels or Unicode; throws as the policy reader does when it is not one. */
  static DomainPattern pattern(String entry) {
    if (entry.chars().allMatch(c -> c < 0x80)) {
      return DomainPattern.parse(entry);
    }
    Policy policy = EgressRules.read(ruleFor(entry), "(case)", Path.of(""));
    return policy.rules().get(0).condition().hosts().values().get(0);
  }

  /** A policy of one rule that allows a pattern. */
  static String ruleFor(String entry) {
    String quoted = entry.replace("\\", "\\\\").replace("\"", "\\\"");
    return """
        version: 1
        policy: case
        rules:
          - id: allow-it
            effect: allow
            hosts: ["%s"]
        """
        .formatted(quoted);
  }
}
