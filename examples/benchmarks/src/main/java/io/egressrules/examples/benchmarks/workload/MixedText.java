package io.egressrules.examples.benchmarks.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What a service sends: text in ASCII of several kinds, in small pieces, always the same. */
public enum MixedText {
  /** 35 % logs, 25 % source code, 28 % English and 12 % base64, with twelve secrets. */
  MIXED(35, 25, 28, 12),
  /** Source code and English, with the same secrets: there is nothing to be decoded. */
  PLAIN(0, 25, 28, 0),
  /** Logs, in which there is no secret. */
  LOGS(100, 0, 0, 0);

  private static final String LOGS_FILE = "json-logs.txt";
  private static final String BASE64_FILE = "base64.txt";
  private static final int PIECE = 2_000;

  private final int logs;
  private final int source;
  private final int english;
  private final int base64;

  MixedText(int logs, int source, int english, int base64) {
    this.logs = logs;
    this.source = source;
    this.english = english;
    this.base64 = base64;
  }

  /** One kind of text, and how much of it has been written. */
  private static final class Strand {
    private final int share;
    private final Supplier<String> lines;
    private int written;

    Strand(int share, Supplier<String> lines) {
      this.share = share;
      this.lines = lines;
    }

    double done() {
      return (written + PIECE) / (double) share;
    }

    void write(StringBuilder text) {
      int before = text.length();
      while (text.length() < before + PIECE) {
        text.append(lines.get());
      }
      written += text.length() - before;
    }
  }

  /**
   * Whether the texts of others are there.
   *
   * @param directory where they should be
   * @return false when any of them is absent
   */
  static boolean isIn(Path directory) {
    return Files.isReadable(directory.resolve(LOGS_FILE))
        && Files.isReadable(directory.resolve(BASE64_FILE));
  }

  /**
   * Makes the text. Always the kind that is furthest behind its share comes next, so that any part
   * is like any other.
   *
   * @param directory where the logs and the base64 are
   * @param length how many characters
   * @return a text of that length
   * @throws IOException if a file cannot be read
   */
  public String read(Path directory, int length) throws IOException {
    Prose prose = new Prose(new SplittableRandom(28));
    List<Strand> strands =
        List.of(
            new Strand(logs, endless(directory.resolve(LOGS_FILE))),
            new Strand(source, prose::source),
            new Strand(english, prose::english),
            new Strand(base64, endless(directory.resolve(BASE64_FILE))));
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      strands.stream().min(Comparator.comparingDouble(Strand::done)).orElseThrow().write(text);
    }
    String whole = text.substring(0, length);
    return this == LOGS ? whole : withSecrets(whole);
  }

  private static Supplier<String> endless(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    int[] next = {0};
    return () -> lines.get(next[0]++ % lines.size()) + "\n";
  }

  private static String withSecrets(String text) {
    List<String> secrets = SecretForm.lines(new SplittableRandom(12));
    StringBuilder all = new StringBuilder();
    int part = text.length() / secrets.size();
    int from = 0;
    for (String secret : secrets) {
      int at = text.indexOf('\n', from + part / 2) + 1;
      all.append(text, from, at).append(secret).append(text, at, from + part);
      from += part;
    }
    return all.append(text, from, text.length()).substring(0, text.length());
  }
}
