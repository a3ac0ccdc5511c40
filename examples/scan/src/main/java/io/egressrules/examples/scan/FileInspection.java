package io.egressrules.examples.scan;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.dlp.DlpInspector;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inspects files as if they were bodies about to be sent; no file is ever whole in memory. */
final class FileInspection {
  static final int CHUNK = 64 * 1024;

  private final DlpInspector inspector;
  private final Progress progress;

  FileInspection(DlpInspector inspector, Progress progress) {
    this.inspector = inspector;
    this.progress = progress;
  }

  /** What is found in a file, in its order. */
  List<Hit> of(Path file) throws IOException {
    List<Finding> findings = findings(file);
    Map<Long, Position> positions = positions(file, findings);
    return findings.stream()
        .map(
            finding ->
                new Hit(
                    finding,
                    positions.getOrDefault(finding.start(), Position.START),
                    positions.getOrDefault(finding.end(), Position.START)))
        .toList();
  }

  private List<Finding> findings(Path file) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file);
        Inspection inspection = inspector.begin(request(file), inspector.profiles())) {
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        inspection.next(ByteBuffer.wrap(chunk, 0, length), nowhere -> {});
        progress.read(length);
      }
      inspection.finish(nowhere -> {});
      return inspection.findings();
    }
  }

  private static EgressRequest request(Path file) {
    return EgressRequest.toUrl("https://files.invalid/")
        .method("PUT")
        .body(BodyFacts.declared(BodyFacts.UNKNOWN_LENGTH, type(file), null))
        .build();
  }

  /** The type that a file's name declares; all others are seen by their content. */
  private static @Nullable String type(Path file) {
    String name = file.toString();
    if (name.endsWith(".json")) {
      return "application/json";
    }
    return name.endsWith(".form") ? "application/x-www-form-urlencoded" : null;
  }

  /** Reads a file again, if there is something in it. */
  private static Map<Long, Position> positions(Path file, List<Finding> findings)
      throws IOException {
    if (findings.isEmpty()) {
      return Map.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Positions.of(
          in,
          findings.stream().flatMap(finding -> Stream.of(finding.start(), finding.end())).toList());
    }
  }
}
