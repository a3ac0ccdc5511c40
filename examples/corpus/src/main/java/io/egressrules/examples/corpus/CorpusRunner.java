package io.egressrules.examples.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.egressrules.examples.corpus.address.AddressSweep;
import io.egressrules.examples.corpus.conformance.Conformance;
import io.egressrules.examples.corpus.conformance.HostTable;
import io.egressrules.examples.corpus.leak.Leaks;
import io.egressrules.examples.corpus.traffic.HonestTraffic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the library over a directory of corpora that others wrote, and prints one line a file; exits
 * 1 when a file is not as it must be. Parts that are absent are named, and are a success of
 * nothing.
 *
 * <p>Arguments: the directory, the file for the details, and how many examples of each refusal are
 * printed.
 */
public final class CorpusRunner {
  private final List<Part> parts;

  CorpusRunner(int examples) {
    parts =
        List.of(
            new Decisions(),
            new HostTable(examples),
            new Conformance(examples),
            new AddressSweep(),
            new HonestTraffic(),
            new Leaks());
  }

  /**
   * Runs the corpora and ends the process with 0, or with 1 when a file is not as it must be.
   *
   * @param args the directory of the corpora, the file to write the details to, and how many
   *     examples to print of each refusal
   * @throws IOException if a corpus cannot be read or the details cannot be written
   */
  public static void main(String[] args) throws IOException {
    CorpusRunner runner = new CorpusRunner(Integer.parseInt(args[2]));
    System.exit(runner.run(Path.of(args[0]), Path.of(args[1]), System.out) ? 0 : 1);
  }

  boolean run(Path directory, Path report, PrintStream out) throws IOException {
    if (!Files.isDirectory(directory)) {
      out.println(
          "no corpora: " + directory + " is not a directory; name one with -Degress.corpora=DIR");
      return true;
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Part part : parts) {
      List<Outcome> found = part.run(directory);
      found.forEach(outcome -> out.println(outcome.line()));
      if (found.isEmpty()) {
        out.println(part.files() + ": absent, skipped");
      }
      outcomes.addAll(found);
    }
    write(report, outcomes);
    return outcomes.stream().allMatch(Outcome::holds);
  }

  private static void write(Path report, List<Outcome> outcomes) throws IOException {
    Map<String, Object> files = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      files.put(
          outcome.file(),
          Map.of(
              "summary", outcome.line(), "holds", outcome.holds(), "details", outcome.details()));
    }
    if (report.getParent() != null) {
      Files.createDirectories(report.getParent());
    }
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(report.toFile(), files);
  }
}
