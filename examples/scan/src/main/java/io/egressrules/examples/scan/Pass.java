package io.egressrules.examples.scan;

import io.egressrules.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One pass through files: tells what is found, and what could not be looked through. */
final class Pass implements FileTree.Visitor {
  /** How many findings of one file an inspection tells. */
  private static final int MOST = 1_000;

  private final FileInspection inspection;
  private final Report report;
  private final Progress progress;
  private final PrintStream err;
  private final List<Trouble> troubles = new ArrayList<>();
  private boolean found;

  Pass(FileInspection inspection, Report report, Progress progress, PrintStream err) {
    this.inspection = inspection;
    this.report = report;
    this.progress = progress;
    this.err = err;
  }

  /** Looks through files and directories, and gives the exit code. */
  int through(List<Path> paths) {
    report.begin();
    paths.forEach(path -> FileTree.walk(path, this));
    int code = code();
    report.end(troubles, code);
    progress.end();
    return code;
  }

  private int code() {
    if (!troubles.isEmpty()) {
      return Scan.UNREAD;
    }
    return found ? Scan.FOUND : Scan.NOTHING_FOUND;
  }

  @Override
  public void file(Path file) {
    try {
      List<Hit> hits = inspection.of(file);
      hits.forEach(hit -> tell(file, hit));
      if (hits.size() >= MOST) {
        trouble(file, "has more findings than the " + MOST + " that are told");
      }
    } catch (IOException unread) {
      unread(file, unread);
    }
    progress.done();
  }

  private void tell(Path file, Hit hit) {
    Finding finding = hit.finding();
    if (isValue(finding)) {
      found = true;
      report.found(file, hit);
    } else {
      trouble(file, "has a part that was not looked through: " + finding.detector());
    }
  }

  /** Whether a finding is of a value; else it says that something could not be inspected. */
  private static boolean isValue(Finding finding) {
    return !finding.fingerprint().isEmpty();
  }

  @Override
  public void unread(Path path, IOException why) {
    trouble(path, "cannot be read: " + why.getClass().getSimpleName());
  }

  private void trouble(Path file, String text) {
    troubles.add(new Trouble(file, text));
    err.println(TextReport.printable(file) + " " + text);
  }
}
