package io.egressrules.examples.scan;

import io.egressrules.Finding;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** Writes one JSON object on a line for each finding. */
record JsonReport(PrintStream out) implements Report {

  @Override
  public void found(Path file, Hit hit) {
    Finding finding = hit.finding();
    Map<String, Object> members =
        Json.members(
            "file", file,
            "line", hit.start().line(),
            "column", hit.start().column(),
            "start", finding.start(),
            "end", finding.end(),
            "detector", finding.detector(),
            "confidence", Options.word(finding.confidence()),
            "fingerprint", finding.fingerprint(),
            "preview", finding.preview());
    out.print(Json.of(members) + "\n");
  }
}
