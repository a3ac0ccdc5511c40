package io.egressrules.examples.benchmarks.suite;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Finding.Place;
import io.egressrules.dlp.DlpInspector;
import io.egressrules.examples.benchmarks.workload.LeakRule;
import io.egressrules.examples.benchmarks.workload.Span;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Bodies, inspected by this library: everything is looked through, reported and let out. */
final class Inspected {
  private static final Set<String> PROFILE = Set.of("leaks");

  private final DlpInspector inspector;
  private long left;

  Inspected(List<LeakRule> rules) {
    inspector = DlpInspector.of(policy(rules));
  }

  /** The rules as a policy's own detectors. */
  static Policy policy(List<LeakRule> rules) {
    String[] ids = rules.stream().map(LeakRule::id).toArray(String[]::new);
    Policy.Builder policy =
        Policy.builder("leaks")
            .profile(
                InspectionProfile.builder("leaks")
                    .detectors(ids)
                    .action(InspectionAction.REPORT)
                    .unreadable(InspectionAction.REPORT)
                    .budget(
                        new InspectionBudget(
                            Long.MAX_VALUE, Duration.ofDays(1), InspectionAction.DENY)))
            .rule(
                Rule.allow("all")
                    .anyHost("what is measured is the inspection")
                    .require(Requirement.NONE.inspect("leaks")));
    rules.forEach(rule -> policy.detector(DetectorDefinition.of(rule.id(), rule.pattern())));
    return policy.build();
  }

  /** Inspects a body that comes in pieces of a size. */
  List<Finding> inspect(EgressRequest request, byte[] body, int piece) throws IOException {
    left = 0;
    try (Inspection inspection = inspector.begin(request, PROFILE)) {
      for (int from = 0; from < body.length; from += piece) {
        int length = Math.min(piece, body.length - from);
        inspection.next(ByteBuffer.wrap(body, from, length), this::leave);
      }
      inspection.finish(this::leave);
      Agreement.expect((long) body.length, left);
      return inspection.findings();
    }
  }

  private void leave(ByteBuffer bytes) {
    left += bytes.remaining();
  }

  static EgressRequest request(String type, byte[] body) {
    return EgressRequest.toUrl("https://api.partner.example/v1/events")
        .method("POST")
        .body(BodyFacts.declared(body.length, type, null))
        .build();
  }

  /** Where the values were found in the body. */
  static Set<Span> spans(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.place() == Place.BODY)
        .map(finding -> new Span(finding.detector(), finding.start(), finding.end()))
        .collect(Collectors.toSet());
  }
}
