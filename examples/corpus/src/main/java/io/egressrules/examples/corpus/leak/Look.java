package io.egressrules.examples.corpus.leak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.dlp.DlpInspector;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** Looks for one kind of value in what a request would send, at the default confidence. */
final class Look {
  private static final Set<String> PROFILE = Set.of("look");

  private final DlpInspector inspector;

  private Look(String kind) {
    InspectionProfile.Builder profile =
        InspectionProfile.builder("look")
            .detectors(kind)
            .confidence(Confidence.LIKELY)
            .action(InspectionAction.REPORT)
            .unreadable(InspectionAction.REPORT);
    inspector =
        DlpInspector.of(
            Policy.builder("look")
                .profile(profile)
                .rule(
                    Rule.allow("all")
                        .anyHost("only to look")
                        .require(Requirement.NONE.inspect("look")))
                .build());
  }

  static Look forSecrets() {
    return new Look("secrets");
  }

  static Look forPersonalData() {
    return new Look("personal-data");
  }

  /** What is found in a text; that something could not be read is no finding here. */
  List<Finding> at(String text) {
    return at(text.getBytes(UTF_8), Integer.MAX_VALUE);
  }

  /** What is found in bytes that come in pieces. */
  List<Finding> at(byte[] bytes, int piece) {
    EgressRequest request =
        EgressRequest.toUrl("https://receiver.example/")
            .method("POST")
            .body(BodyFacts.declared(bytes.length, null, null))
            .build();
    try (Inspection inspection = inspector.begin(request, PROFILE)) {
      for (int from = 0; from < bytes.length; from += Math.min(piece, bytes.length - from)) {
        int length = Math.min(piece, bytes.length - from);
        inspection.next(ByteBuffer.wrap(bytes, from, length), released -> {});
      }
      inspection.finish(released -> {});
      return inspection.findings().stream()
          .filter(finding -> !finding.detector().startsWith("unreadable-"))
          .toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  boolean finds(byte[] bytes) {
    return !at(bytes, Integer.MAX_VALUE).isEmpty();
  }

  boolean finds(String text) {
    return !at(text).isEmpty();
  }
}
