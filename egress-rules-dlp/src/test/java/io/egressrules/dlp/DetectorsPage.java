package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.policy.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes DETECTORS.md: what stands before its tables, and the tables from the catalogue. */
final class DetectorsPage {
  private static final Path FILE = Path.of("DETECTORS.md");
  private static final String TABLES = "## Secrets\n";
  private static final int WORDS = 6;

  private DetectorsPage() {}

  /**
   * Writes the tables anew.
   *
   * @param args none; run in the directory of the module
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(FILE, written());
  }

  /** The page as it stands in the module. */
  static String read() throws IOException {
    return Files.readString(FILE, UTF_8);
  }

  /** The page as it is to be. */
  static String written() throws IOException {
    String page = read();
    return page.substring(0, page.indexOf(TABLES))
        + TABLES
        + table(Kind.SECRET)
        + "\n## Personal data\n"
        + table(Kind.PERSONAL);
  }

  private static String table(Kind kind) {
    return "\n| id | finds | alone | near its words | words | described in |\n|---|---|---|---|---|---|\n"
        + Catalogue.STANDARD.detectors().stream()
            .filter(detector -> detector.kind() == kind)
            .sorted(Comparator.comparing(Detector::id))
            .map(DetectorsPage::row)
            .collect(Collectors.joining());
  }

  private static String row(Detector detector) {
    return "| `%s` | %s | %s | %s | %s | %s |%n"
        .formatted(
            detector.id(),
            cell(detector.meaning()),
            detector.alone().map(DetectorsPage::word).orElse("–"),
            detector.contextWords().isEmpty() ? "" : word(detector.inContext()),
            words(detector),
            cell(detector.source()))
        .replace(System.lineSeparator(), "\n");
  }

  private static String words(Detector detector) {
    List<String> words = detector.contextWords().stream().sorted().toList();
    String shown =
        words.stream().limit(WORDS).map(DetectorsPage::cell).collect(Collectors.joining(", "));
    return words.size() > WORDS ? shown + ", and " + (words.size() - WORDS) + " more" : shown;
  }

  private static String word(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
