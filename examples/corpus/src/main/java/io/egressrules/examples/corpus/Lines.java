package io.egressrules.examples.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds files of JSON lines, and reads them. */
public final class Lines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  /**
   * Finds files by their names.
   *
   * @param directory where to look, there or not
   * @param pattern a regular expression of the names
   * @return the files, sorted by name
   * @throws IOException if the directory cannot be listed
   */
  public static List<Path> find(Path directory, String pattern) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().matches(pattern)).sorted().toList();
    }
  }

  /**
   * Reads a file.
   *
   * @param file a file with one JSON value a line
   * @return the values
   * @throws IOException if the file cannot be read, or a line is no JSON
   */
  public static List<JsonNode> read(Path file) throws IOException {
    List<JsonNode> values = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        values.add(JSON.readTree(line));
      }
    }
    return values;
  }
}
