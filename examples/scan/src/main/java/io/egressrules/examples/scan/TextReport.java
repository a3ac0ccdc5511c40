package io.egressrules.examples.scan;

import io.egressrules.Finding;
import java.io.PrintStream;
import java.nio.file.Path;

/** Writes one line for each finding: {@code file:line:column: detector confidence preview}. */
record TextReport(PrintStream out) implements Report {

  @Override
  public void found(Path file, Hit hit) {
    Finding finding = hit.finding();
    out.print(printable(file) + ":" + hit.start().line() + ":" + hit.start().column() + ": ");
    out.print(finding.detector() + " " + Options.word(finding.confidence()) + " ");
    out.println(finding.preview());
  }

  /** A path on one line, whatever is in its name. */
  static String printable(Path file) {
    return file.toString().replaceAll("\\p{Cntrl}", "?");
  }
}
