package io.egressrules.examples.corpus.leak;

import io.egressrules.Finding;
import io.egressrules.examples.corpus.Lines;
import io.egressrules.examples.corpus.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Long texts without secrets. */
final class CleanText {
  private static final double MEGABYTE = 1e6;

  private CleanText() {}

  static List<Outcome> run(Look secrets, Path directory) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Path file : Lines.find(directory, ".*\\.txt")) {
      byte[] text = Files.readAllBytes(file);
      List<Finding> found = secrets.at(text, Integer.MAX_VALUE);
      List<String> detectors = found.stream().map(Finding::detector).toList();
      double rate = found.size() / (text.length / MEGABYTE);
      outcomes.add(
          Bar.atMost(file.getFileName().toString(), "findings a megabyte", rate, .1, detectors));
    }
    return outcomes;
  }
}
