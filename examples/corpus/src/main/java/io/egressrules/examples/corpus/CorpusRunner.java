package io.egressrules.examples.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.egressrules.policy.PolicyException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the library over a directory of decision corpora ({@code decisions.*.jsonl}) and prints one
 * line a file; exits 1 on any unsafe allow or wrong host. A directory that is absent is named, and
 * is a success of nothing.
 *
 * <p>Arguments: the directory, and the file for the details.
 */
public final class CorpusRunner {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CorpusRunner() {}

  /**
   * Runs the corpora and ends the process with 0, or with 1 on any unsafe allow or wrong host.
   *
   * @param args the directory of the corpora, and the file to write the details to
   * @throws IOException if a corpus cannot be read or the details cannot be written
   */
  public static void main(String[] args) throws IOException {
    System.exit(run(Path.of(args[0]), Path.of(args[1]), System.out) ? 0 : 1);
  }

  /**
   * Runs the corpora.
   *
   * @param directory where the corpora are
   * @param report the file to write the details to
   * @param out where the lines are printed
   * @return whether every file was without unsafe allows and wrong hosts
   * @throws IOException if a corpus cannot be read or the details cannot be written
   */
  static boolean run(Path directory, Path report, PrintStream out) throws IOException {
    if (!Files.isDirectory(directory)) {
      out.println(
          "no corpora: " + directory + " is not a directory; name one with -Degress.corpora=DIR");
      return true;
    }
    List<Tally> tallies = new ArrayList<>();
    for (Path file : decisionFiles(directory)) {
      Tally tally = decisions(file);
      out.println(tally);
      tallies.add(tally);
    }
    if (tallies.isEmpty()) {
      out.println("no corpora: " + directory + " has no decisions.*.jsonl");
    }
    write(report, tallies);
    return tallies.stream().allMatch(Tally::isSafe);
  }

  private static List<Path> decisionFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("decisions\\..*jsonl"))
          .sorted()
          .toList();
    }
  }

  private static Tally decisions(Path file) throws IOException {
    Tally tally = new Tally(file.getFileName().toString());
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        judge(CorpusCase.of(JSON.readTree(line)), tally);
      }
    }
    return tally;
  }

  private static void judge(CorpusCase input, Tally tally) {
    try {
      Verdict verdict = Decider.decide(input);
      Tally.Result result = Judge.judge(input, verdict);
      if (result == Tally.Result.OK) {
        tally.ok();
      } else {
        tally.add(detail(input, result, verdict.toString()));
      }
    } catch (PolicyException | IllegalArgumentException unwritable) {
      tally.add(detail(input, Tally.Result.UNSUPPORTED, "policy: " + unwritable.getMessage()));
    }
  }

  private static Tally.Detail detail(CorpusCase input, Tally.Result result, String got) {
    return new Tally.Detail(input.id(), result, input.level(), input.input(), got, input.why());
  }

  private static void write(Path report, List<Tally> tallies) throws IOException {
    Map<String, Object> files = new LinkedHashMap<>();
    for (Tally tally : tallies) {
      files.put(tally.file(), Map.of("summary", tally.toString(), "details", tally.details()));
    }
    if (report.getParent() != null) {
      Files.createDirectories(report.getParent());
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(report.toFile(), files);
  }
}
