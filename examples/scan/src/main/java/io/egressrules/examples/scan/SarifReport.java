package io.egressrules.examples.scan;

import io.egressrules.Finding;
import io.egressrules.policy.Confidence;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes one SARIF 2.1.0 log (OASIS, 2020) of one run. The results come first, so that none is kept
 * in memory; the tool, with a rule for each detector that found something, comes after them.
 */
final class SarifReport implements Report {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final PrintStream out;
  private final Set<String> detectors = new TreeSet<>();
  private String separator = "\n";

  SarifReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin() {
    out.print("{\"version\":\"2.1.0\",\"$schema\":" + Json.of(SCHEMA) + ",\"runs\":[{");
    out.print("\"columnKind\":\"unicodeCodePoints\",\"results\":[");
  }

  @Override
  public void found(Path file, Hit hit) {
    detectors.add(hit.finding().detector());
    out.print(separator + Json.of(result(file, hit)));
    separator = ",\n";
  }

  private static Map<String, Object> result(Path file, Hit hit) {
    Finding finding = hit.finding();
    return Json.members(
        "ruleId", finding.detector(),
        "level", level(finding.confidence()),
        "message", message(finding.detector() + " " + finding.preview()),
        "locations", List.of(location("artifactLocation", artifact(file), "region", region(hit))),
        "partialFingerprints", Json.members("value/v1", finding.fingerprint()));
  }

  private static String level(Confidence confidence) {
    return switch (confidence) {
      case POSSIBLE -> "note";
      case LIKELY -> "warning";
      case VERY_LIKELY -> "error";
    };
  }

  private static Map<String, Object> location(Object... members) {
    return Json.members("physicalLocation", Json.members(members));
  }

  private static Map<String, Object> region(Hit hit) {
    return Json.members(
        "startLine", hit.start().line(),
        "startColumn", hit.start().column(),
        "endLine", hit.end().line(),
        "endColumn", hit.end().column(),
        "byteOffset", hit.finding().start(),
        "byteLength", hit.finding().end() - hit.finding().start());
  }

  private static Map<String, Object> message(String text) {
    return Json.members("text", text);
  }

  /** The file's place relative to the working directory, if it is below it. */
  private static Map<String, Object> artifact(Path file) {
    URI uri = file.toAbsolutePath().normalize().toUri();
    return Json.members("uri", Path.of("").toUri().relativize(uri));
  }

  @Override
  public void end(List<Trouble> troubles, int code) {
    out.print("],\"tool\":" + Json.of(tool()));
    out.print(",\"invocations\":" + Json.of(List.of(invocation(troubles, code))) + "}]}\n");
  }

  private Map<String, Object> tool() {
    List<Map<String, Object>> rules = detectors.stream().map(id -> Json.members("id", id)).toList();
    return Json.members("driver", Json.members("name", "egress-rules scan", "rules", rules));
  }

  private static Map<String, Object> invocation(List<Trouble> troubles, int code) {
    return Json.members(
        "executionSuccessful",
        troubles.isEmpty(),
        "exitCode",
        code,
        "toolExecutionNotifications",
        troubles.stream().map(SarifReport::notification).toList());
  }

  private static Map<String, Object> notification(Trouble trouble) {
    return Json.members(
        "level", "error",
        "message", message(trouble.text()),
        "locations", List.of(location("artifactLocation", artifact(trouble.file()))));
  }
}
